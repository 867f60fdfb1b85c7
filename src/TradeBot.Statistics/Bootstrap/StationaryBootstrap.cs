using System.Numerics.Tensors;

namespace TradeBot.Statistics;

/// <summary>Resamples series in blocks of random length, which preserves serial dependence.</summary>
/// <remarks>
/// Blocks start anywhere, wrap around the end, and continue with probability <c>1 − 1/length</c>.
/// Source: Politis and Romano, "The stationary bootstrap", <i>JASA</i> 89, 1994.
/// </remarks>
public static class StationaryBootstrap
{
    private const ulong Purpose = 0x424F4F54;

    /// <summary>Draws the positions of one resample.</summary>
    /// <param name="destination">Filled with positions from 0 to its length − 1.</param>
    /// <param name="meanBlock">Mean block length, at least 1; 1 draws each position independently.</param>
    /// <param name="seed">Random seed.</param>
    /// <param name="number">Number of the resample, not negative.</param>
    public static void Draw(Span<int> destination, double meanBlock, int seed, int number)
    {
        RequireBlock(meanBlock);
        var random = new SplitMix64(TrialSeed.State(seed, number) ^ Purpose);
        for (int i = 0; i < destination.Length; i++)
        {
            bool begins = i == 0 || random.NextDouble() * meanBlock < 1;
            int next = begins ? random.NextInt(destination.Length) : destination[i - 1] + 1;
            destination[i] = next == destination.Length ? 0 : next;
        }
    }

    /// <summary>Bootstrap percentile confidence interval of a metric.</summary>
    /// <param name="returns">Returns per period, oldest first; at least 2.</param>
    /// <param name="metric">A function of a series of returns.</param>
    /// <param name="confidence">In (0, 1).</param>
    /// <param name="samples">Number of resamples, at least 100.</param>
    /// <param name="meanBlock">Mean block length; null for <see cref="BlockLength"/>.</param>
    /// <param name="seed">Random seed.</param>
    /// <returns>Percentiles over the resamples for which the metric is defined; NaN when it never is.</returns>
    public static BootstrapInterval Interval(
        ReadOnlySpan<double> returns, Func<ReadOnlyMemory<double>, double> metric, double confidence = 0.95, int samples = 1000, double? meanBlock = null, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (returns.Length < 2)
            throw new ArgumentException($"Need at least 2 returns, got {returns.Length}.", nameof(returns));
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Must be in (0, 1).");
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 100);

        double block = meanBlock ?? BlockLength(returns);
        RequireBlock(block);
        double[] source = returns.ToArray(), values = new double[samples];
        Parallel.For(0, samples, () => (Positions: new int[source.Length], Drawn: new double[source.Length]), (sample, _, buffers) =>
        {
            Draw(buffers.Positions, block, seed, sample);
            for (int i = 0; i < source.Length; i++)
                buffers.Drawn[i] = source[buffers.Positions[i]];
            values[sample] = metric(buffers.Drawn);
            return buffers;
        }, _ => { });

        double[] known = [.. values.Where(v => !double.IsNaN(v)).Order()];
        return new BootstrapInterval(metric(source), Percentile.OfSorted(known, (1 - confidence) / 2), Percentile.OfSorted(known, (1 + confidence) / 2), confidence, block);
    }

    /// <summary>Estimates the optimal mean block length for the serial dependence of a series.</summary>
    /// <param name="series">Oldest first.</param>
    /// <returns>From 1 to a third of the length; 1 for fewer than 8 values or constant values.</returns>
    /// <remarks>
    /// Source: Politis and White, <i>Econometric Reviews</i> 23, 2004, corrected by Patton, Politis, White, 28, 2009.
    /// </remarks>
    public static double BlockLength(ReadOnlySpan<double> series)
    {
        int n = series.Length;
        var moments = RunningMoments.Of(series);
        if (n < 8 || !(moments.Squares > 0))
            return 1;

        int run = Math.Max(5, (int)Math.Sqrt(Math.Log10(n))), most = Math.Min(n - 1, (int)Math.Ceiling(Math.Sqrt(n)) + run);
        double[] covariance = new double[most + 1];
        for (int lag = 0; lag <= most; lag++)
        {
            for (int i = lag; i < n; i++)
                covariance[lag] += (series[i] - moments.Mean) * (series[i - lag] - moments.Mean) / n;
        }

        double bound = 2 * Math.Sqrt(Math.Log10(n) / n) * covariance[0];
        int last = LastLag(covariance, bound, run), width = Math.Min(2 * last, most);
        double g = 0, spectrum = 0;
        for (int lag = -width; lag <= width; lag++)
        {
            double at = Math.Abs((double)lag / Math.Max(1, width)), weight = at <= 0.5 ? 1 : 2 * (1 - at); // flat-top window
            g += weight * Math.Abs(lag) * covariance[Math.Abs(lag)];
            spectrum += weight * covariance[Math.Abs(lag)];
        }

        double length = Math.Pow(g * g / (spectrum * spectrum) * n, 1 / 3.0);
        return Math.Clamp(double.IsFinite(length) ? length : 1, 1, Math.Max(1, n / 3.0));
    }

    /// <summary>Exact bootstrap standard error of the mean, over all possible resamples.</summary>
    /// <param name="series">Oldest first.</param>
    /// <param name="meanBlock">Mean block length, at least 1.</param>
    /// <returns>In the unit of the values; 0 for constant values.</returns>
    /// <remarks>
    /// <c>n⁻¹·(γ(0) + 2·Σ (1 − i/n)·(1 − 1/length)^i·γ(i))</c>, γ being the circular autocovariance; lags with a weight below 1e-6 are omitted.
    /// Source: Politis and Romano, 1994, lemma 1.
    /// </remarks>
    public static double StandardError(ReadOnlySpan<double> series, double meanBlock)
    {
        int n = series.Length;
        var moments = RunningMoments.Of(series);
        if (!(moments.Squares > 0))
            return 0;

        double[] twice = new double[2 * n]; // so that the circular sum becomes linear
        for (int i = 0; i < twice.Length; i++)
            twice[i] = series[i % n] - moments.Mean;
        double stays = 1 - 1 / meanBlock, weight = stays, sum = moments.Squares;
        for (int lag = 1; lag < n && weight > 1e-6; lag++, weight *= stays)
            sum += 2 * (1 - lag / (double)n) * weight * TensorPrimitives.Dot<double>(twice.AsSpan(0, n), twice.AsSpan(lag, n));
        return Math.Sqrt(Math.Max(0, sum)) / n;
    }

    private static int LastLag(double[] covariance, double bound, int run)
    {
        for (int lag = 1; lag + run < covariance.Length; lag++)
        {
            bool isQuiet = true;
            for (int k = 0; k < run; k++)
                isQuiet &= Math.Abs(covariance[lag + k]) < bound;
            if (isQuiet)
                return lag - 1 == 0 ? 1 : lag - 1;
        }

        return covariance.Length - 1;
    }

    private static void RequireBlock(double meanBlock)
    {
        if (!(meanBlock >= 1 && double.IsFinite(meanBlock)))
            throw new ArgumentOutOfRangeException(nameof(meanBlock), meanBlock, "Must be at least 1.");
    }
}

/// <summary>A bootstrap confidence interval.</summary>
/// <param name="Value">The metric of the original series.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Confidence">Confidence level, in (0, 1).</param>
/// <param name="MeanBlock">Mean block length used.</param>
public sealed record BootstrapInterval(double Value, double Low, double High, double Confidence, double MeanBlock)
{
    /// <summary>Such as <c>0.051 (95 %: −0.012 to 0.11)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Value:G3} ({100 * Confidence:0.#} %: {Low:G3} to {High:G3})");
}
