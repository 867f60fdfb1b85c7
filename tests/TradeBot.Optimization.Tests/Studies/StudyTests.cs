namespace TradeBot.Optimization.Tests;

public class StudyTests
{
    private static readonly StudyOptions OneThread = new() { MaxParallelism = 1 };

    private static double Bowl(ParameterSet p) => Math.Pow(p["x"] - 3.0, 2) + Math.Pow(p["y"] - 5.0, 2);

    [Fact]
    public void A_grid_finds_the_bottom_of_a_bowl()
    {
        StudyResult result = Study.Named("bowl", seed: 7)
            .Int("x", 0..10).Int("y", 0..10).Where(p => p["x"] < p["y"])
            .Minimize((double value) => value)
            .Grid(p => Math.Pow(p["x"] - 3.0, 2) + Math.Pow(p["y"] - 5.0, 2));

        Assert.Equal("bowl: 55 trials (0 failed) by grid, seed 7, best 0 at x=3, y=5", result.ToString());
    }

    [Fact]
    public void Results_are_the_same_at_any_number_of_threads()
    {
        Study<double> study = Study.Named("bowl", seed: 7).Int("x", -10, 10).Float("y", 0, 10).Minimize((double value) => value);

        StudyResult one = study.Run(new RandomSampler(), 300, Noisy, new StudyOptions { MaxParallelism = 1 });
        StudyResult four = study.Run(new RandomSampler(), 300, Noisy, new StudyOptions { MaxParallelism = 4 });

        Assert.Equal(one.Trials, four.Trials);
        Assert.Equal(one.Best, four.Best);

        static double Noisy(ParameterSet p, int seed) => Bowl(p) + new Random(seed).NextDouble();
    }

    [Fact]
    public void The_earliest_of_equals_is_best()
    {
        StudyResult result = Study.Named("flat", seed: 1).Int("x", 0..99).Maximize((int value) => value).Grid(p => (int)p["x"] / 50);

        Assert.Equal(50, result.Best!.Number);
    }

    [Fact]
    public void A_failed_evaluation_is_a_trial_and_never_best()
    {
        StudyResult result = Study.Named("fragile", seed: 1).Int("x", 0..3).Maximize((int value) => value)
            .Grid(p => p["x"] == 2 ? throw new InvalidDataException("no data for 2") : (int)p["x"]);

        Assert.Equal(4, result.TrialCount);
        Assert.Equal(1, result.FailedCount);
        Assert.Equal((TrialState.Failed, "InvalidDataException: no data for 2"), (result.Trials[2].State, result.Trials[2].Error));
        Assert.Equal(3, result.Best!.Number);
    }

    [Fact]
    public void An_undefined_value_is_a_trial_and_never_best()
    {
        double[] values = [double.NaN, 1, double.PositiveInfinity];
        StudyResult result = Study.Named("undefined", seed: 1).Int("x", 0..2).Maximize((double value) => value).Grid(p => values[p["x"]]);

        Assert.Equal([TrialState.Undefined, TrialState.Complete, TrialState.Undefined], result.Trials.Select(trial => trial.State));
        Assert.Equal(1, result.Best!.Number);
    }

    [Fact]
    public void When_all_fail_the_result_says_why()
    {
        StudyResult result = Study.Named("broken", seed: 1).Int("x", 0..1).Maximize((double value) => value).Grid(p => p["y"]);

        Assert.Null(result.Best);
        Assert.Contains("No parameter is called 'y'; there are x", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_counts_every_trial_and_tells_the_best_so_far()
    {
        var reports = new Reports();
        Study.Named("bowl", seed: 1).Int("x", 0..3).Maximize((int value) => value)
            .Grid(p => p["x"] == 1 ? throw new InvalidOperationException() : (int)p["x"], OneThread with { Progress = reports });

        Assert.Equal([(1, 0, 0), (2, 1, 0), (3, 1, 2), (4, 1, 3)], reports.Select(report => (report.Ended, report.Failed, report.Best!.Number)));
        Assert.All(reports, report => Assert.Equal(4, report.Total));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancellation_passes_through(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        int evaluated = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => Study.Named("long", seed: 1).Int("x", 0..9999).Maximize((int value) => value)
            .Grid(
                p =>
                {
                    if (Interlocked.Increment(ref evaluated) == 10)
                        cancellation.Cancel();
                    cancellation.Token.ThrowIfCancellationRequested();
                    return p["x"];
                },
                new StudyOptions { MaxParallelism = threads },
                cancellation.Token));
        Assert.InRange(evaluated, 10, 100);
    }

    [Fact]
    public void An_error_of_the_ledger_ends_the_study_as_it_is() =>
        Assert.Throws<IOException>(() => Study.Named("disk", seed: 1).Int("x", 0..9).Maximize((int value) => value)
            .Grid(p => p["x"], new StudyOptions { Ledger = new FullDisk() }));

    [Fact]
    public void A_sampler_that_learns_is_told_in_order_before_it_is_asked_again()
    {
        var sampler = new Halving();
        StudyResult result = Study.Named("halving", seed: 1).Float("x", 0, 1)
            .Minimize((double value) => value)
            .Run(sampler, 6, (ParameterSet p) => p["x"], new StudyOptions { MaxParallelism = 4 });

        // Two at a time, each pair from half the best of the pair before.
        Assert.Equal([1, 0.9, 0.45, 0.35, 0.175, 0.075], result.Trials.Select(trial => Math.Round(trial.Value, 9)));
    }

    [Fact]
    public void A_range_counted_from_the_end_is_refused() =>
        Assert.Throws<ArgumentException>(() => Study.Named("x", 1).Int("n", 1..^1));

    [Fact]
    public void A_name_is_taken_once() => Assert.Throws<ArgumentException>(() => Study.Named("x", 1).Int("n", 1..2).Choice("n", "a", "b"));

    private sealed class Reports : List<StudyProgress>, IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => Add(value);
    }

    private sealed class FullDisk : ITrialLedger
    {
        public IReadOnlyList<LedgerEntry> EntriesOn(string dataHash) => [];

        public void Append(LedgerEntry entry) => throw new IOException("The disk is full.");

        public void Flush()
        {
            // Nothing was appended.
        }
    }

    private sealed class Halving : ISampler
    {
        public string Name => "halving";

        public int BatchSize => 2;

        public int MaxObjectives => 1;

        public ISamplerSession Start(ParameterSpace space, int seed) => new Session();

        private sealed class Session : ISamplerSession
        {
            private double _next = 1, _best = 2;
            private int _told;

            public ParameterSet? Ask(int number)
            {
                Assert.Equal(number / 2 * 2, _told);
                double value = number % 2 == 0 ? _next = _best / 2 : _next - 0.1;
                return new ParameterSet([new("x", value)]);
            }

            public void Tell(int number, ParameterSet parameters, ReadOnlySpan<double> losses)
            {
                Assert.Equal(_told++, number);
                _best = Math.Min(_best, losses[0]);
            }
        }
    }
}
