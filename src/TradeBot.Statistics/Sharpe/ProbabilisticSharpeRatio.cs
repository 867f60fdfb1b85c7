using MathNet.Numerics.Distributions;

namespace TradeBot.Statistics;

/// <summary>Probabilistic Sharpe ratio: confidence in a measured Sharpe ratio, given length, skewness and kurtosis of the track record.</summary>
public static class ProbabilisticSharpeRatio
{
    /// <summary>The probability that the true Sharpe ratio exceeds a benchmark.</summary>
    /// <param name="measured">Per observation, with Pearson's kurtosis.</param>
    /// <param name="benchmark">Sharpe ratio to exceed, per observation.</param>
    /// <returns>
    /// <c>Φ((SR − SR*)·√(n − 1) / √(1 − skew·SR + (kurt − 1)/4 · SR²))</c>; NaN when it is undefined: fewer than 2
    /// observations, an undefined Sharpe ratio, or moments that are impossible for a distribution.
    /// </returns>
    /// <remarks>Source: Bailey and López de Prado, "The Sharpe ratio efficient frontier", <i>J. Risk</i> 15(2), 2012.</remarks>
    public static double Of(SharpeStatistics measured, double benchmark = 0)
    {
        double score = (measured.Sharpe - benchmark) * Math.Sqrt(measured.Observations - 1) / Math.Sqrt(measured.UnitVariance);
        return measured.Observations < 2 || double.IsNaN(score) ? double.NaN : Normal.CDF(0, 1, score);
    }
}
