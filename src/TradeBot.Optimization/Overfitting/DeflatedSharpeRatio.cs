namespace TradeBot.Optimization.Overfitting;

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
