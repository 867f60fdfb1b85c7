namespace TradeBot.Optimization;

/// <summary>Which values of the objective are better.</summary>
public enum StudyDirection
{
    /// <summary>Larger values.</summary>
    Maximize,

    /// <summary>Smaller values.</summary>
    Minimize,
}
