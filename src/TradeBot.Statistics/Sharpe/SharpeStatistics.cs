namespace TradeBot.Statistics;

/// <summary>Inputs of the Sharpe ratio formulas for a series of returns.</summary>
/// <param name="Observations">Number of returns.</param>
/// <param name="Sharpe">Mean over standard deviation, per observation: not annualised.</param>
/// <param name="Skewness">Third standardised moment; 0 for a normal distribution.</param>
/// <param name="Kurtosis">Fourth standardised moment, Pearson's: 3 for a normal distribution.</param>
public readonly record struct SharpeStatistics(int Observations, double Sharpe, double Skewness = 0, double Kurtosis = 3)
{
    /// <summary>Minimum number of observations for the nominal error rate of statistics built on this: 250.</summary>
    public const int EnoughObservations = 250;

    /// <summary>
    /// True where the normal approximation holds within about a percentage point at 5 %: at least <see cref="EnoughObservations"/>, and not both a high Sharpe
    /// ratio (from 0.5 per observation) and heavy tails (kurtosis above 4) or a strong skew (beyond ±0.75) on fewer than 5,000.
    /// </summary>
    public bool IsAsymptotic => Observations >= EnoughObservations
        && (Observations >= 5000 || Math.Abs(Sharpe) < 0.5 || (Kurtosis <= 4 && Math.Abs(Skewness) <= 0.75));

    /// <summary>The standard error of <see cref="Sharpe"/>: <c>√((1 − skew·SR + (kurt − 1)/4 · SR²) / (n − 1))</c>; NaN for fewer than 2 observations.</summary>
    /// <remarks>Source: Mertens 2002, as used by Bailey and López de Prado, <i>J. Risk</i> 15(2), 2012.</remarks>
    public double StandardError => Observations < 2 ? double.NaN : Math.Sqrt(UnitVariance / (Observations - 1));

    /// <summary>The variance of the Sharpe ratio times n − 1.</summary>
    internal double UnitVariance => 1 - Skewness * Sharpe + (Kurtosis - 1) / 4 * Sharpe * Sharpe;

    /// <summary>The statistics of simple returns.</summary>
    /// <param name="returns">One per period, as fractions, over the benchmark if there is one.</param>
    /// <returns>
    /// The standard deviation under the Sharpe ratio divides by n − 1; skewness and kurtosis are the plain moments of
    /// the sample, dividing by n. All NaN when there are fewer than 2 returns or all are equal.
    /// </returns>
    public static SharpeStatistics Of(ReadOnlySpan<double> returns) => Of(Moments.Of(returns));

    /// <summary>The statistics of returns with known moments.</summary>
    /// <returns>All NaN when returns do not vary.</returns>
    public static SharpeStatistics Of(Moments returns) => returns.StandardDeviation > 0
        ? new(returns.Count, returns.Mean / returns.StandardDeviation, returns.Skewness, returns.Kurtosis)
        : new(returns.Count, double.NaN, double.NaN, double.NaN);
}
