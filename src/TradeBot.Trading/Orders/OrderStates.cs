namespace TradeBot.Trading;

/// <summary>Which states may follow which.</summary>
/// <remarks>
/// | from | to |
/// | --- | --- |
/// | New | Working, Refused, Cancelled, Expired |
/// | Working | Triggered, PartiallyFilled, Filled, Cancelled, Expired, Refused (post-only that would trade at once) |
/// | Triggered | PartiallyFilled, Filled, Cancelled, Expired |
/// | PartiallyFilled | PartiallyFilled, Filled, Cancelled, Expired |
/// | Filled, Cancelled, Expired, Refused | none |
/// </remarks>
public static class OrderStates
{
    /// <summary>Whether an order in this state has ended.</summary>
    public static bool IsFinal(this OrderState state) => state >= OrderState.Filled;

    /// <summary>Whether an order may go from one state to another.</summary>
    public static bool MayFollow(this OrderState to, OrderState from) => from switch
    {
        OrderState.New => to is OrderState.Working or OrderState.Refused or OrderState.Cancelled or OrderState.Expired,
        OrderState.Working => to is not (OrderState.New or OrderState.Working),
        OrderState.Triggered or OrderState.PartiallyFilled =>
            to is OrderState.Filled or OrderState.Cancelled or OrderState.Expired or OrderState.PartiallyFilled,
        _ => false,
    };
}
