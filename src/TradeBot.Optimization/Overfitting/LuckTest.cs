namespace TradeBot.Optimization.Overfitting;

/// <summary>The result of a multiple-testing correction for the best of many trials.</summary>
/// <param name="Name">The test's name.</param>
/// <param name="PValue">How often luck alone does as well, in (0, 1].</param>
/// <param name="Statistic">The test statistic of the best trial.</param>
/// <param name="Best">Which trial that is, in the order given.</param>
public sealed record LuckTest(string Name, double PValue, double Statistic, int Best)
{
    /// <summary>Name and p-value in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: p = {PValue:0.000}");
}

/// <summary>White's reality check: whether the best of many trials is better than the benchmark, given the size of the search.</summary>
/// <remarks>Source: H. White, "A reality check for data snooping", <i>Econometrica</i> 68(5), 2000.</remarks>
public static class RealityCheck
{
    /// <summary>Tests that no trial has a mean above 0.</summary>
    /// <param name="returns">For each trial its returns per period over the benchmark's, all over the same periods.</param>
    /// <param name="samples">How many resamples, at least 100.</param>
    /// <param name="meanBlock">Mean length of a block; null for an automatic choice by the best trial.</param>
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

/// <summary>Hansen's test for superior predictive ability: as the reality check, with each trial on its own scale and clearly inferior ones excluded.</summary>
/// <remarks>Source: P. R. Hansen, "A test for superior predictive ability", <i>J. Business &amp; Economic Statistics</i> 23(4), 2005; the consistent p-value, with each resample on its own scale.</remarks>
public static class SuperiorAbility
{
    /// <summary>Tests that no trial has a mean above 0.</summary>
    /// <param name="returns">For each trial its returns per period over the benchmark's, all over the same periods.</param>
    /// <param name="samples">How many resamples, at least 100.</param>
    /// <param name="meanBlock">Mean length of a block; null for an automatic choice by the best trial.</param>
    /// <param name="seed">Any.</param>
    /// <returns>The statistic is the greatest mean over its standard error, at least 0; trials whose returns never vary are left out.</returns>
    public static LuckTest Of(IReadOnlyList<ReadOnlyMemory<double>> returns, int samples = 1000, double? meanBlock = null, int seed = 0)
    {
        var bootstrap = BootstrapMeans.Of(returns, samples, meanBlock, seed);
        double threshold = -Math.Sqrt(2 * Math.Log(Math.Log(Math.Max(3, bootstrap.Periods))));
        double[] ratios = [.. bootstrap.Means.Select((mean, k) => bootstrap.Errors[k] > 0 ? mean / bootstrap.Errors[k] : double.NegativeInfinity)];
        double statistic = Math.Max(0, ratios.Max());
        double[] maxima = Array.ConvertAll(bootstrap.Ratios, resampled =>
        {
            double highest = 0;
            for (int k = 0; k < ratios.Length; k++)
            {
                if (ratios[k] >= threshold)
                    highest = Math.Max(highest, resampled[k]);
                else if (bootstrap.Errors[k] > 0)
                    highest = Math.Max(highest, resampled[k] + ratios[k]);
            }

            return highest;
        });
        double p = statistic == 0 ? 1 : BootstrapMeans.PValue(statistic, maxima);
        return new("Hansen's test for superior ability", p, statistic, Array.IndexOf(ratios, ratios.Max()));
    }
}
