namespace TradeBot.Optimization.Tests;

/// <summary>A study with everything in it that a resumption could get wrong: a sampler and a pruner that learn, failures, chance.</summary>
internal static class KilledStudy
{
    public const string Began = "trial", Data = "ab12";
    public const int Trials = 900;

    public static StudyResult Run(StudyOptions options, Action began) =>
        Study.Named("bowl", seed: 7).Float("x", -1, 1).LogFloat("rate", 0.001, 1).Choice("kind", "a", "b")
            .Minimize((double value) => value)
            .RunTrials(new TpeSampler(), Trials, run => Evaluate(run, began), options with { Pruner = new MedianPruner() });

    private static double Evaluate(TrialRun run, Action began)
    {
        began();
        double value = Math.Pow(run.Parameters["x"], 2) + run.Parameters["rate"] + new Random(run.Seed).NextDouble() / 10;
        if (run.Number % 17 == 3)
            throw new InvalidOperationException("no luck");
        return run.ShouldPrune(1, value + 1) ? value + 1 : value;
    }
}
