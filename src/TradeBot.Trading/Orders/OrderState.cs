namespace TradeBot.Trading;

/// <summary>The state of an order.</summary>
public enum OrderState
{
    /// <summary>Created, not yet checked; or waiting for the entry that it protects.</summary>
    New,

    /// <summary>Waits for its price.</summary>
    Working,

    /// <summary>A stop-limit order whose stop was reached, waiting at its limit.</summary>
    Triggered,

    /// <summary>A part has filled, the rest is still active.</summary>
    PartiallyFilled,

    /// <summary>Completely filled.</summary>
    Filled,

    /// <summary>Ended before it was completely filled; the reason says why.</summary>
    Cancelled,

    /// <summary>Its time, or the data, ended.</summary>
    Expired,

    /// <summary>Was never active; the reason says why.</summary>
    Refused,
}
