namespace TradeBot.Optimization.Tests;

public class PrunerTests
{
    private const int Steps = 27;

    public static TheoryData<string> Names => [.. Pruners.Keys];

    private static Dictionary<string, IPruner> Pruners { get; } = new()
    {
        ["median"] = new MedianPruner(),
        ["successive halving"] = new SuccessiveHalvingPruner(),
        ["hyperband"] = new HyperbandPruner { MaxSteps = Steps },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void It_finds_as_good_a_trial_in_fewer_steps(string name)
    {
        (StudyResult all, int allSteps) = Search(pruner: null, threads: 1);
        (StudyResult some, int someSteps) = Search(Pruners[name], threads: 1);

        Assert.True(someSteps < 0.75 * allSteps, $"{someSteps} of {allSteps} steps");
        Assert.InRange(some.Best!.Value, all.Best!.Value, all.Best.Value + 0.05);
        Assert.Contains(some.Trials, t => t.State == TrialState.Pruned);
        Assert.Equal(name, some.Pruner);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_trials_are_given_up_at_any_number_of_threads(string name) => Assert.Equal(
        Search(Pruners[name], threads: 1).Result.Trials.Select(t => (t.State, t.Value)),
        Search(Pruners[name], threads: 4).Result.Trials.Select(t => (t.State, t.Value)));

    [Fact]
    public void The_median_counts_trials_of_earlier_batches_alone()
    {
        IPrunerSession session = new MedianPruner { StartupTrials = 3, WarmupSteps = 1 }.Start();
        foreach ((int number, double loss) in (ReadOnlySpan<(int, double)>)[(0, 1), (1, 2), (2, 3)])
            session.Tell(number, [new(1, loss), new(2, loss)]);

        Assert.False(session.ShouldPrune(3, [new(1, 9)])); // still warming up
        Assert.True(session.ShouldPrune(3, [new(1, 9), new(2, 2.1)]));
        Assert.False(session.ShouldPrune(3, [new(1, 1.9), new(2, 2.1)])); // its best so far counts
        Assert.False(session.ShouldPrune(3, [new(1, 9), new(2, 9), new(3, 9)])); // nobody was there yet
        Assert.True(session.ShouldPrune(3, [new(1, double.NaN), new(2, double.NaN)]));
    }

    [Fact]
    public void Halving_asks_at_its_rungs_alone()
    {
        IPrunerSession session = new SuccessiveHalvingPruner { MinSteps = 2, Reduction = 3 }.Start();
        foreach ((int number, double loss) in (ReadOnlySpan<(int, double)>)[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)])
            session.Tell(number, [new(2, loss)]);

        // With itself 6 trials, of which 2 pass: it must do at least as well as the second.
        Assert.False(session.ShouldPrune(5, [new(2, 2)]));
        Assert.True(session.ShouldPrune(5, [new(2, 2.5)]));
        Assert.False(session.ShouldPrune(5, [new(3, 99)]));
        Assert.False(session.ShouldPrune(5, [new(6, 99)])); // a rung that nobody reached
    }

    [Fact]
    public void Steps_must_rise()
    {
        StudyResult result = Study.Named("back", seed: 1).Int("x", 0..0).Minimize((double v) => v)
            .RunTrials(new GridSampler(), 1, run => run.ShouldPrune(2, 1) || run.ShouldPrune(2, 1) ? 1 : 0);

        Assert.Contains("Must be above 2", result.Trials[0].Error, StringComparison.Ordinal);
    }

    // The curve of a trial falls towards x² from above, with noise: what is bad early tends to stay bad.
    private static (StudyResult Result, int Steps) Search(IPruner? pruner, int threads)
    {
        int steps = 0;
        StudyResult result = Study.Named("curves", seed: 7).Float("x", -1, 1).Minimize((double value) => value)
            .RunTrials(new RandomSampler(), 200, run => Evaluate(run, ref steps), new StudyOptions { Pruner = pruner, MaxParallelism = threads });
        return (result, steps);
    }

    private static double Evaluate(TrialRun run, ref int steps)
    {
        var random = new Random(run.Seed);
        double value = double.NaN;
        for (int step = 1; step <= Steps; step++)
        {
            Interlocked.Increment(ref steps);
            value = Math.Pow(run.Parameters["x"], 2) + (1 + 0.1 * random.NextDouble()) / step;
            if (run.ShouldPrune(step, value))
                break;
        }

        return value;
    }
}
