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

/// <summary>Direction of an order.</summary>
public enum OrderSide
{
    /// <summary>A purchase.</summary>
    Buy,

    /// <summary>A sale.</summary>
    Sell,
}

/// <summary>How long an order stays active.</summary>
public enum TimeInForce
{
    /// <summary>Until it fills or is cancelled.</summary>
    GoodTillCancelled,

    /// <summary>Fills what it can at the first open at which it may trade; the rest is cancelled.</summary>
    ImmediateOrCancel,

    /// <summary>Fills completely at the first open at which it may trade, or not at all.</summary>
    FillOrKill,

    /// <summary>Until a stated moment.</summary>
    GoodTillTime,
}
