namespace TradeBot.Trading;

/// <summary>Where an order stands.</summary>
public enum OrderState
{
    /// <summary>Made, not yet judged; or waiting for the entry that it guards.</summary>
    New,

    /// <summary>Waits for its price.</summary>
    Working,

    /// <summary>A stop-limit order whose stop was reached, waiting at its limit.</summary>
    Triggered,

    /// <summary>A part has filled, the rest still works.</summary>
    PartiallyFilled,

    /// <summary>Filled whole.</summary>
    Filled,

    /// <summary>Ended before it was filled whole; the reason says why.</summary>
    Cancelled,

    /// <summary>Its time ran out, or the data did.</summary>
    Expired,

    /// <summary>Never worked; the reason says why.</summary>
    Refused,
}
