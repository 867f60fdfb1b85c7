namespace TradeBot.Trading;

/// <summary>Why a fill happened.</summary>
public enum FillKind
{
    /// <summary>An order of the strategy or algorithm met its price.</summary>
    Order,

    /// <summary>The exchange closed the position for want of margin.</summary>
    Liquidation,
}
