namespace TradeBot.Optimization.Overfitting;

/// <summary>Romano and Wolf's step-down test: which trials, not only whether any, are better than the benchmark.</summary>
/// <remarks>
/// The chance that even one trial without an edge is found better stays below the level.
/// Source: Romano and Wolf, "Stepwise multiple testing as formalized data snooping", <i>Econometrica</i> 73(4), 2005.
/// </remarks>
public static class StepDown
{
    /// <summary>The adjusted p-value of every trial.</summary>
    /// <param name="returns">For each trial its returns per period over the benchmark's, all over the same periods.</param>
    /// <param name="samples">How many resamples, at least 100.</param>
    /// <param name="meanBlock">Mean length of a block; null for an automatic choice by the best trial.</param>
    /// <param name="seed">Any.</param>
    /// <returns>One per trial, in the order given; 1 for a trial whose returns never vary. Those at or below a level are better at that level.</returns>
    public static double[] PValues(IReadOnlyList<ReadOnlyMemory<double>> returns, int samples = 1000, double? meanBlock = null, int seed = 0)
    {
        var bootstrap = BootstrapMeans.Of(returns, samples, meanBlock, seed);
        int[] order = [.. Enumerable.Range(0, returns.Count).Where(k => bootstrap.Errors[k] > 0).OrderByDescending(k => bootstrap.Means[k] / bootstrap.Errors[k])];
        double[] pValues = [.. Enumerable.Repeat(1.0, returns.Count)];
        int[] exceeded = new int[order.Length];
        foreach (double[] resampled in bootstrap.Ratios)
        {
            // From the last trial up: the maximum over those that have not been rejected before.
            double highest = double.NegativeInfinity;
            for (int place = order.Length - 1; place >= 0; place--)
            {
                int k = order[place];
                highest = Math.Max(highest, resampled[k]);
                if (highest >= bootstrap.Means[k] / bootstrap.Errors[k])
                    exceeded[place]++;
            }
        }

        double sofar = 0;
        for (int place = 0; place < order.Length; place++)
            pValues[order[place]] = sofar = Math.Max(sofar, (1.0 + exceeded[place]) / (samples + 1));
        return pValues;
    }
}
