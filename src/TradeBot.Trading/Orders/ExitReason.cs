namespace TradeBot.Trading;

/// <summary>Why a position was closed, or made smaller.</summary>
public enum ExitReason
{
    /// <summary>The strategy or algorithm decided so.</summary>
    Signal,

    /// <summary>The stop was met.</summary>
    Stop,

    /// <summary>A take-profit or a partial target was met.</summary>
    Target,

    /// <summary>The trailing stop was met.</summary>
    Trailing,

    /// <summary>The time stop expired.</summary>
    Time,

    /// <summary>The exchange closed it because there was not enough margin.</summary>
    Liquidation,

    /// <summary>The risk policy closed it.</summary>
    Limit,

    /// <summary>The data ended.</summary>
    End,
}
