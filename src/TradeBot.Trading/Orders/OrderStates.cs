namespace TradeBot.Trading;

/// <summary>Which states may follow which.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>from</term><description>to</description></listheader>
/// <item><term>New</term><description>Working, Refused, Cancelled, Expired</description></item>
/// <item><term>Working</term><description>Triggered, PartiallyFilled, Filled, Cancelled, Expired, Refused (post-only that would trade at once)</description></item>
/// <item><term>Triggered</term><description>PartiallyFilled, Filled, Cancelled, Expired</description></item>
/// <item><term>PartiallyFilled</term><description>PartiallyFilled, Filled, Cancelled, Expired</description></item>
/// <item><term>Filled, Cancelled, Expired, Refused</term><description>none</description></item>
/// </list>
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
