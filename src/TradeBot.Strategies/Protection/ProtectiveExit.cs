namespace TradeBot.Strategies;

/// <summary>The reason why a position was closed without a decision of the strategy.</summary>
public enum ProtectiveExit
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>The stop loss.</summary>
    Stop,

    /// <summary>The take-profit.</summary>
    TakeProfit,

    /// <summary>The trailing stop.</summary>
    TrailingStop,

    /// <summary>Liquidation by the exchange because there was not enough margin.</summary>
    Liquidation,
}
