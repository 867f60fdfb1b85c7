namespace TradeBot.Statistics;

/// <summary>Monte Carlo resampling: trades in random order, or returns with added noise.</summary>
public static class MonteCarlo
{
    private const ulong Purpose = 0x4D4F4E5445;

    /// <summary>Shuffles the returns of trades: the final equity stays the same, the path differs.</summary>
    /// <param name="trades">Return on equity of each trade, as fractions above −1.</param>
    /// <param name="samples">Number of random orders, at least 100.</param>
    /// <param name="seed">Random seed.</param>
    /// <returns>Maximum drawdown of each order, from 0 to −1, ascending: the deepest first.</returns>
    public static double[] DrawdownsOfOrder(ReadOnlySpan<double> trades, int samples = 1000, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 100);
        double[] source = trades.ToArray(), depths = new double[samples];
        Parallel.For(0, samples, sample =>
        {
            var random = new SplitMix64(TrialSeed.State(seed, sample) ^ Purpose);
            double[] shuffled = [.. source];
            for (int i = shuffled.Length - 1; i > 0; i--)
            {
                int other = random.NextInt(i + 1);
                (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
            }

            depths[sample] = DeepestDrawdown(shuffled);
        });
        Array.Sort(depths);
        return depths;
    }

    /// <summary>Adds normal noise to each return and recomputes a metric.</summary>
    /// <param name="returns">Returns per period, as fractions; at least 2.</param>
    /// <param name="metric">A function of a series of returns.</param>
    /// <param name="noise">Standard deviation of the noise relative to that of the returns; positive.</param>
    /// <param name="samples">Number of samples, at least 100.</param>
    /// <param name="seed">Random seed.</param>
    /// <returns>The metric of each sample, ascending; undefined ones (NaN) first.</returns>
    public static double[] WithNoise(ReadOnlySpan<double> returns, Func<ReadOnlyMemory<double>, double> metric, double noise = 0.25, int samples = 1000, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 100);
        if (!(noise > 0 && double.IsFinite(noise)))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "Must be positive and finite.");
        if (returns.Length < 2)
            throw new ArgumentException($"Need at least 2 returns, got {returns.Length}.", nameof(returns));

        double[] source = returns.ToArray(), values = new double[samples];
        double deviation = noise * Math.Sqrt(RunningMoments.Of(returns).Squares / (returns.Length - 1));
        Parallel.For(0, samples, sample =>
        {
            var random = new SplitMix64(TrialSeed.State(seed, sample) ^ ~Purpose);
            double[] noisy = Array.ConvertAll(source, r => r + deviation * random.NextNormal());
            values[sample] = metric(noisy);
        });
        Array.Sort(values);
        return values;
    }

    private static double DeepestDrawdown(double[] trades)
    {
        double equity = 1, peak = 1, deepest = 0;
        foreach (double trade in trades)
        {
            equity *= 1 + trade;
            peak = Math.Max(peak, equity);
            deepest = Math.Min(deepest, equity / peak - 1);
        }

        return deepest;
    }
}
