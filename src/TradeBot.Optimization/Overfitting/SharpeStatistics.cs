namespace TradeBot.Optimization.Overfitting;

/// <summary>What the Sharpe formulas need to know of a series of returns.</summary>
/// <param name="Observations">How many returns there are.</param>
/// <param name="Sharpe">Mean over standard deviation, per observation: not annualised.</param>
/// <param name="Skewness">Third standardised moment; 0 for a normal distribution.</param>
/// <param name="Kurtosis">Fourth standardised moment, Pearson's: 3 for a normal distribution.</param>
public readonly record struct SharpeStatistics(int Observations, double Sharpe, double Skewness = 0, double Kurtosis = 3)
{
    /// <summary>The observations from which the statistics built on this keep their promised error rate: 250.</summary>
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
    /// the sample, dividing by n. All NaN when there are fewer than 2 returns or all are the same.
    /// </returns>
    public static SharpeStatistics Of(ReadOnlySpan<double> returns)
    {
        (double mean, double m2, double m3, double m4) = CentralSums(returns);
        int n = returns.Length;
        if (n < 2 || m2 == 0)
            return new(n, double.NaN, double.NaN, double.NaN);

        double variance = m2 / n;
        return new(n, mean / Math.Sqrt(m2 / (n - 1)), m3 / n / (variance * Math.Sqrt(variance)), m4 / n / (variance * variance));
    }

    private static (double Mean, double M2, double M3, double M4) CentralSums(ReadOnlySpan<double> returns)
    {
        // The running mean of equal values is exactly their value, so that a constant series keeps M2 at zero.
        double mean = 0;
        for (int i = 0; i < returns.Length; i++)
            mean += (returns[i] - mean) / (i + 1);

        double m2 = 0, m3 = 0, m4 = 0;
        foreach (double value in returns)
        {
            double delta = value - mean, square = delta * delta;
            m2 += square;
            m3 += square * delta;
            m4 += square * square;
        }

        return (mean, m2, m3, m4);
    }
}
