namespace TradeBot.Trading;

/// <summary>How long an order works.</summary>
public enum TimeInForce
{
    /// <summary>Until it fills or is cancelled.</summary>
    GoodTillCancelled,

    /// <summary>Fills what it can at the first open at which it may trade; the rest is cancelled.</summary>
    ImmediateOrCancel,

    /// <summary>Fills whole at the first open at which it may trade, or not at all.</summary>
    FillOrKill,

    /// <summary>Until a stated moment.</summary>
    GoodTillTime,
}
