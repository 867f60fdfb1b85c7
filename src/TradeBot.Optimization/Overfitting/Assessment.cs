namespace TradeBot.Optimization.Overfitting;

/// <summary>What the statistics of overfitting say about the best trial of a study.</summary>
public enum Assessment
{
    /// <summary>The study kept no returns, or too few, to judge.</summary>
    Unknown,

    /// <summary>The deflated Sharpe probability is below 0.90, or the probability of overfitting is above 0.50.</summary>
    Luck,

    /// <summary>Neither of the others.</summary>
    Doubtful,

    /// <summary>The deflated Sharpe probability is at least 0.95, and the probability of overfitting is at most 0.20 where it is known.</summary>
    UnlikelyLuck,
}
