using MathNet.Numerics.Distributions;

namespace TradeBot.Statistics;

/// <summary>Value at risk and expected shortfall per period, as returns: losses are negative.</summary>
/// <remarks>A tail of 0.05 corresponds to a confidence level of 95 %.</remarks>
public static class ValueAtRisk
{
    /// <summary>Historical value at risk: the return below which a share of past periods fell.</summary>
    /// <param name="sorted">Simple returns, ascending.</param>
    /// <param name="tail">In (0, 1).</param>
    /// <returns>The percentile; NaN when there are no returns.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tail"/> is out of range.</exception>
    public static double Historical(ReadOnlySpan<double> sorted, double tail) => Percentile.OfSorted(sorted, Checked(tail));

    /// <summary>Historical expected shortfall: the mean return of the periods at or below <see cref="Historical"/>.</summary>
    /// <inheritdoc cref="Historical"/>
    /// <returns>The mean; NaN when there are no returns.</returns>
    /// <remarks>Source: C. Acerbi and D. Tasche, <i>Journal of Banking and Finance</i> 26(7), 2002.</remarks>
    public static double ConditionalHistorical(ReadOnlySpan<double> sorted, double tail)
    {
        double border = Historical(sorted, tail), sum = 0;
        int count = 0;
        while (count < sorted.Length && sorted[count] <= border)
            sum += sorted[count++];
        return sum / count;
    }

    /// <summary>Cornish–Fisher value at risk: the normal quantile corrected for skewness and kurtosis.</summary>
    /// <param name="returns">With Pearson's kurtosis.</param>
    /// <param name="tail">In (0, 1).</param>
    /// <returns>
    /// <c>mean + s · (z + (z² − 1)·S/6 + (z³ − 3z)·(K − 3)/24 − (2z³ − 5z)·S²/36)</c>, z the normal quantile; NaN when returns do not vary.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tail"/> is out of range.</exception>
    /// <remarks>Source: E. Cornish and R. Fisher, <i>Revue de l'Institut International de Statistique</i> 5(4), 1938.</remarks>
    public static double CornishFisher(Moments returns, double tail)
    {
        double z = Normal.InvCDF(0, 1, Checked(tail));
        return Expand(returns, z, z * z, z * z * z);
    }

    /// <summary>Cornish–Fisher expected shortfall: the mean below the quantile of <see cref="CornishFisher"/>.</summary>
    /// <inheritdoc cref="CornishFisher"/>
    /// <returns>The same expansion with the means of z, z² and z³ below the quantile in their place; NaN when returns do not vary.</returns>
    /// <remarks>Source: D. Maillard, "A user's guide to the Cornish Fisher expansion", 2012.</remarks>
    public static double ConditionalCornishFisher(Moments returns, double tail)
    {
        double z = Normal.InvCDF(0, 1, Checked(tail)), density = Normal.PDF(0, 1, z) / tail;
        return Expand(returns, -density, 1 - z * density, -(z * z + 2) * density);
    }

    private static double Expand(Moments returns, double z, double square, double cube)
    {
        double skew = returns.Skewness, excess = returns.Kurtosis - 3;
        double corrected = z + (square - 1) * skew / 6 + (cube - 3 * z) * excess / 24 - (2 * cube - 5 * z) * skew * skew / 36;
        return returns.Mean + returns.StandardDeviation * corrected;
    }

    private static double Checked(double tail) => tail is > 0 and < 1
        ? tail
        : throw new ArgumentOutOfRangeException(nameof(tail), tail, "Must be between 0 and 1.");
}
