using MathNet.Numerics.Distributions;

namespace TradeBot.Statistics;

/// <summary>Minimum track record length for a significant Sharpe ratio.</summary>
public static class MinimumTrackRecordLength
{
    /// <summary>The number of observations after which the probabilistic Sharpe ratio reaches a confidence level.</summary>
    /// <param name="measured">Per observation, with Pearson's kurtosis; its number of observations is ignored.</param>
    /// <param name="benchmark">Sharpe ratio to exceed, per observation.</param>
    /// <param name="confidence">Confidence level, in (0.5, 1).</param>
    /// <returns>
    /// <c>1 + (1 − skew·SR + (kurt − 1)/4 · SR²)·(z / (SR − SR*))²</c> observations; positive infinity when the
    /// measured ratio does not exceed the benchmark; NaN when it is NaN.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of range.</exception>
    /// <remarks>Source: Bailey and López de Prado, "The Sharpe ratio efficient frontier", <i>J. Risk</i> 15(2), 2012.</remarks>
    public static double Observations(SharpeStatistics measured, double benchmark = 0, double confidence = 0.95)
    {
        if (!(confidence > 0.5 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Must be in (0.5, 1).");
        if (measured.Sharpe <= benchmark)
            return double.PositiveInfinity;

        double score = Normal.InvCDF(0, 1, confidence) / (measured.Sharpe - benchmark);
        return 1 + measured.UnitVariance * score * score;
    }
}
