using MathNet.Numerics.Distributions;

namespace TradeBot.Statistics;

/// <summary>How sure the best of many trials is, once the search for it is counted.</summary>
public static class DeflatedSharpeRatio
{
    /// <summary>The probability that the true Sharpe ratio of the best trial exceeds what luck gives the best of so many.</summary>
    /// <param name="best">The best trial, per observation, with Pearson's kurtosis.</param>
    /// <param name="variance">Variance of the Sharpe ratios across the trials, per observation; not negative.</param>
    /// <param name="trials">How many trials the best was chosen from; at least 1.</param>
    /// <returns><see cref="ProbabilisticSharpeRatio"/> against <see cref="ExpectedMaximumSharpe"/>; NaN when either is.</returns>
    /// <remarks>Source: Bailey and López de Prado, "The deflated Sharpe ratio", <i>J. Portfolio Management</i> 40(5), 2014.</remarks>
    public static double Of(SharpeStatistics best, double variance, double trials) =>
        ProbabilisticSharpeRatio.Of(best, ExpectedMaximumSharpe.Of(variance, trials));
}

/// <summary>The best Sharpe ratio that luck alone is expected to give.</summary>
public static class ExpectedMaximumSharpe
{
    private const double EulerMascheroni = 0.57721566490153286;

    /// <summary>The expected maximum over independent trials whose true Sharpe ratio is 0.</summary>
    /// <param name="variance">Variance of the Sharpe ratios across the trials, in the unit whose maximum is wanted; not negative.</param>
    /// <param name="trials">At least 1, and may be an effective number with a fraction.</param>
    /// <returns><c>√V · ((1 − γ)·Φ⁻¹(1 − 1/N) + γ·Φ⁻¹(1 − 1/(N·e)))</c>; 0 for one trial; NaN when the variance is.</returns>
    /// <remarks>
    /// The approximation is meant for many trials; for fewer than 2 it is held at 0, the expectation of a single draw,
    /// if it would fall below. Source: Bailey and López de Prado, "The deflated Sharpe ratio", <i>J. Portfolio Management</i> 40(5), 2014.
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
