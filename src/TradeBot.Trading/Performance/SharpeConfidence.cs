using MathNet.Numerics.Distributions;

namespace TradeBot.Trading.Performance;

/// <summary>How far a measured Sharpe ratio can be trusted, from the length and the shape of the track record.</summary>
/// <remarks>Source: D. Bailey and M. López de Prado, "The Sharpe ratio efficient frontier", <i>Journal of Risk</i> 15(2), 2012.</remarks>
public static class SharpeConfidence
{
    /// <summary>The probability that the true Sharpe ratio exceeds 0.</summary>
    /// <param name="returns">With Pearson's kurtosis.</param>
    /// <returns><c>Φ(SR·√(n − 1) / √(1 − S·SR + (K − 1)/4·SR²))</c>, SR per period; NaN without spread.</returns>
    public static double Probability(Moments returns) =>
        Normal.CDF(0, 1, SharpeOf(returns) * Math.Sqrt(returns.Count - 1) / Math.Sqrt(UnitVariance(returns)));

    /// <summary>After how many periods that probability reaches a confidence.</summary>
    /// <param name="returns">With Pearson's kurtosis; their number plays no part.</param>
    /// <param name="confidence">In (0.5, 1).</param>
    /// <returns><c>1 + (1 − S·SR + (K − 1)/4·SR²)·(z/SR)²</c>; infinite when SR is not positive; NaN without spread.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of range.</exception>
    public static double PeriodsNeeded(Moments returns, double confidence = 0.95)
    {
        if (!(confidence is > 0.5 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Must lie between 0.5 and 1.");
        double sharpe = SharpeOf(returns), score = Normal.InvCDF(0, 1, confidence) / sharpe;
        return sharpe <= 0 ? double.PositiveInfinity : 1 + UnitVariance(returns) * score * score;
    }

    private static double SharpeOf(Moments returns) =>
        returns.StandardDeviation > 0 ? returns.Mean / returns.StandardDeviation : double.NaN;

    private static double UnitVariance(Moments returns)
    {
        double sharpe = SharpeOf(returns);
        return 1 - returns.Skewness * sharpe + (returns.Kurtosis - 1) / 4 * sharpe * sharpe;
    }
}
