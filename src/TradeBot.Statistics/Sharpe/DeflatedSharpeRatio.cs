using MathNet.Numerics.Distributions;

namespace TradeBot.Statistics;

/// <summary>Deflated Sharpe ratio: confidence in the best of many trials, accounting for the number of trials.</summary>
public static class DeflatedSharpeRatio
{
    /// <summary>The probability that the true Sharpe ratio of the best trial exceeds the expected maximum under no skill.</summary>
    /// <param name="best">The best trial, per observation, with Pearson's kurtosis.</param>
    /// <param name="variance">Variance of the Sharpe ratios across the trials, per observation; not negative.</param>
    /// <param name="trials">Number of trials that the best was selected from; at least 1.</param>
    /// <returns><see cref="ProbabilisticSharpeRatio"/> against <see cref="ExpectedMaximumSharpe"/>; NaN when either is.</returns>
    /// <remarks>Source: Bailey and López de Prado, "The deflated Sharpe ratio", <i>J. Portfolio Management</i> 40(5), 2014.</remarks>
    public static double Of(SharpeStatistics best, double variance, double trials) =>
        ProbabilisticSharpeRatio.Of(best, ExpectedMaximumSharpe.Of(variance, trials));
}

/// <summary>Expected maximum Sharpe ratio of trials without skill.</summary>
public static class ExpectedMaximumSharpe
{
    private const double EulerMascheroni = 0.57721566490153286;

    /// <summary>The expected maximum over independent trials with a true Sharpe ratio of 0.</summary>
    /// <param name="variance">Variance of the Sharpe ratios across the trials, in the unit of the result; not negative.</param>
    /// <param name="trials">Number of trials, at least 1; may be a fractional effective number.</param>
    /// <returns><c>√V · ((1 − γ)·Φ⁻¹(1 − 1/N) + γ·Φ⁻¹(1 − 1/(N·e)))</c>; 0 for one trial; NaN when the variance is.</returns>
    /// <remarks>
    /// The approximation is for many trials; for fewer than 2 it is at least 0, the expectation of a single draw.
    /// Source: Bailey and López de Prado, "The deflated Sharpe ratio", <i>J. Portfolio Management</i> 40(5), 2014.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The variance is negative or there is less than one trial.</exception>
    public static double Of(double variance, double trials)
    {
        if (variance < 0)
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "Must not be negative.");
        if (!(trials >= 1 && double.IsFinite(trials)))
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "Must be at least 1.");
        if (trials == 1)
            return double.IsNaN(variance) ? double.NaN : 0;

        double standard = (1 - EulerMascheroni) * Normal.InvCDF(0, 1, 1 - 1 / trials)
            + EulerMascheroni * Normal.InvCDF(0, 1, 1 - 1 / (trials * Math.E));
        return Math.Sqrt(variance) * Math.Max(0, standard);
    }
}
