namespace TradeBot.Trading;

/// <summary>When and at what price an order trades.</summary>
public enum OrderType
{
    /// <summary>At the next open, whatever it is.</summary>
    Market,

    /// <summary>At its limit or better.</summary>
    Limit,

    /// <summary>As a market order once the price has moved against the position as far as the stop.</summary>
    Stop,

    /// <summary>As a limit order once the price has reached the stop.</summary>
    StopLimit,

    /// <summary>As a market order once the price has moved in favour as far as the target.</summary>
    TakeProfit,

    /// <summary>A stop that follows the best price at a distance and never moves back.</summary>
    TrailingStop,
}
