namespace TradeBot.Optimization.Overfitting;

/// <summary>White's reality check: is the best of many trials better than the benchmark, once the search is counted?</summary>
/// <remarks>Source: H. White, "A reality check for data snooping", <i>Econometrica</i> 68(5), 2000.</remarks>
public static class RealityCheck
{
    /// <summary>Tests that no trial has a mean above 0.</summary>
    /// <param name="returns">For each trial its returns per period over the benchmark's, all over the same periods.</param>
    /// <param name="samples">How many resamples, at least 100.</param>
    /// <param name="meanBlock">Mean length of a block; null for the one that suits the best trial.</param>
    /// <param name="seed">Any.</param>
    /// <returns>The statistic is <c>√n · max mean</c>, against the greatest deviation in each resample.</returns>
    public static LuckTest Of(IReadOnlyList<ReadOnlyMemory<double>> returns, int samples = 1000, double? meanBlock = null, int seed = 0)
    {
        var bootstrap = BootstrapMeans.Of(returns, samples, meanBlock, seed);
        double root = Math.Sqrt(bootstrap.Periods), best = bootstrap.Means.Max();
        double[] resampled = Array.ConvertAll(bootstrap.Deviations, d => root * d.Max());
        return new("White's reality check", BootstrapMeans.PValue(root * best, resampled), root * best, Array.IndexOf(bootstrap.Means, best));
    }
}
