namespace TradeBot.Strategies;

/// <summary>What closed a position without the strategy asking for it.</summary>
public enum ProtectiveExit
{
    /// <summary>Nothing did.</summary>
    None,

    /// <summary>The stop.</summary>
    Stop,

    /// <summary>The take-profit.</summary>
    TakeProfit,

    /// <summary>The trailing stop.</summary>
    TrailingStop,

    /// <summary>The exchange, for want of margin.</summary>
    Liquidation,
}
