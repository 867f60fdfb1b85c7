namespace TradeBot.Optimization.Tests;

public class StudyLimitsTests
{
    [Fact]
    public void A_trial_that_takes_too_long_has_failed_and_the_study_goes_on()
    {
        using var never = new ManualResetEventSlim();
        StudyResult result = Study.Named("slow", seed: 1).Int("x", 0..2).Maximize((int value) => value)
            .RunTrials(
                new GridSampler(), 3,
                run =>
                {
                    if (run.Parameters["x"] == 1)
                        never.Wait(run.CancellationToken);
                    return (int)run.Parameters["x"];
                },
                new StudyOptions { TrialTimeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal([TrialState.Complete, TrialState.Failed, TrialState.Complete], result.Trials.Select(t => t.State));
        Assert.Equal("TimeoutException: The trial did not end within 00:00:00.2000000.", result.Trials[1].Error);
    }

    [Fact]
    public void After_its_time_a_study_begins_no_further_batch_and_says_so()
    {
        var time = new Clock();
        StudyResult result = Study.Named("long", seed: 1).Float("x", 0, 1).Minimize((double value) => value)
            .Run(
                new TpeSampler { BatchSize = 4 }, 100,
                (ParameterSet p) =>
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    return p["x"];
                },
                new StudyOptions { Timeout = TimeSpan.FromSeconds(10), Time = time });

        Assert.Equal((12, false), (result.TrialCount, result.IsFinished)); // 4 seconds a batch: the third begins at 8
    }

    [Fact]
    public void A_grid_stops_at_its_time_too_and_goes_on_from_its_storage()
    {
        var time = new Clock();
        var memory = new StudyMemory();
        StudyResult Search(TimeSpan? limit) => Study.Named("long", seed: 1).Int("x", 0..99).Minimize((double value) => value)
            .Grid(
                p =>
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    return p["x"];
                },
                new StudyOptions { Timeout = limit, Time = time, Storage = memory, MaxParallelism = 1 });

        StudyResult cut = Search(TimeSpan.FromSeconds(20));
        Assert.Equal((32, false), (cut.TrialCount, cut.IsFinished)); // 16 at a time
        Assert.Equal((100, true), (Search(null).TrialCount, Search(null).IsFinished));
    }

    [Fact]
    public void Trials_evaluated_together_are_recorded_limited_cancelled_and_resumed_as_any()
    {
        var memory = new StudyMemory();
        using var cancellation = new CancellationTokenSource();
        List<int> prepared = [];
        StudyResult Search(CancellationToken token, IProgress<StudyProgress>? progress = null) => Study.Named("together", seed: 1).Int("x", 0..9).Maximize((double value) => value)
            .RunTogether(
                new GridSampler(), int.MaxValue,
                (sets, _) =>
                {
                    prepared.Add(sets.Count);
                    return (place, run) => run.Parameters != sets[place] || sets[place]["x"] == 4 ? throw new InvalidOperationException("no luck")
                        : sets[place]["x"] == 5 ? WaitFor(run.CancellationToken)
                        : sets[place]["x"];
                },
                block: 3,
                new StudyOptions { Storage = memory, MaxParallelism = 2, TrialTimeout = TimeSpan.FromMilliseconds(200), Progress = progress },
                token);

        Assert.Throws<OperationCanceledException>(() => Search(cancellation.Token, new After(6, cancellation.Cancel)));
        Assert.Equal([3, 3], prepared);
        StudyResult whole = Search(CancellationToken.None);

        Assert.Equal([3, 3, 0, 0, 3, 1], prepared);
        Assert.Equal(10, whole.TrialCount);
        Assert.Equal([4, 5], whole.Trials.Where(t => t.State == TrialState.Failed).Select(t => t.Number));
        Assert.StartsWith("TimeoutException", whole.Trials[5].Error, StringComparison.Ordinal);
        Assert.Equal(9, whole.Best!.Value);

        static double WaitFor(CancellationToken token)
        {
            token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
            return 0;
        }
    }

    [Fact]
    public void A_result_that_breaks_a_requirement_is_a_trial_and_never_best()
    {
        StudyResult result = Study.Named("few trades", seed: 1).Int("trades", 0..4).Maximize((int trades) => -trades)
            .Require(trades => trades >= 3).Grid(p => p["trades"]);

        Assert.Equal((5, 3), (result.TrialCount, result.Best!.Number));
        Assert.Equal(TrialState.Infeasible, result.Trials[0].State);
    }

    [Fact]
    public void A_blend_weighs_metrics_on_their_own_scales()
    {
        Blend<(double Balance, double Drawdown)> blend = Blend<(double Balance, double Drawdown)>.Empty
            .Add(3, r => r.Balance, worst: 100, best: 200)
            .Add(1, r => r.Drawdown, worst: 0.5, best: 0);

        Assert.Equal((3 * 0.5 + 0.8) / 4, blend.Of((150, 0.1)), 12);
        Assert.Equal((3 * 1 + 0) / 4.0, blend.Of((500, 0.9)), 12); // beyond best and worst nothing more is won or lost
        Assert.Equal(double.NaN, blend.Of((double.NaN, 0.1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => blend.Add(0, r => r.Balance, 0, 1));
        Assert.Equal(2, Study.Named("blend", 1).Int("x", 0..2).Maximize(blend).Grid(p => (100 + p["x"] * 50.0, 0)).Best!.Number);
    }

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _now);

        public void Advance(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);
    }

    private sealed class After(int count, Action then) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.Ended == count)
                then();
        }
    }
}
