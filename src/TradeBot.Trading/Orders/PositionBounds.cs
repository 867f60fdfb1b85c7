namespace TradeBot.Trading;

/// <summary>The largest and the smallest quantity of a symbol that its working orders can lead to.</summary>
/// <param name="Settled">What is held once all market orders have filled.</param>
/// <param name="Highest">When all resting buys fill as well.</param>
/// <param name="Lowest">When all resting sells do.</param>
internal readonly record struct PositionBounds(decimal Settled, decimal Highest, decimal Lowest)
{
    /// <summary>Whether both bounds are known to be equal.</summary>
    public bool IsSettled { get; private init; }

    /// <summary>The bound that is further from 0.</summary>
    public double Worst => (double)(Math.Abs(Highest) >= Math.Abs(Lowest) ? Highest : Lowest);

    /// <param name="held">Signed quantity held.</param>
    /// <param name="working">Orders that can fill.</param>
    /// <param name="judged">An order that is checked with another quantity than it has, or that is not active yet; null for none.</param>
    /// <param name="quantity">What of it would be left to fill.</param>
    public static PositionBounds Of(decimal held, List<Order> working, Order? judged = null, decimal quantity = 0)
    {
        if (working.Count == 0 && judged is { Type: OrderType.Market })
        {
            decimal after = judged.Side == OrderSide.Buy ? held + quantity : held - quantity;
            return new PositionBounds(after, after, after) { IsSettled = true };
        }

        decimal settled = held, buys = 0, sells = 0;
        foreach (Order order in working)
        {
            if (order != judged)
                Count(order, order.Remaining, judged, quantity, ref settled, ref buys, ref sells);
        }

        if (judged is not null)
            Count(judged, quantity, judged, quantity, ref settled, ref buys, ref sells);
        return new PositionBounds(settled, settled + buys, settled - sells);
    }

    private static void Count(
        Order order, decimal quantity, Order? judged, decimal judgedQuantity, ref decimal settled, ref decimal buys, ref decimal sells)
    {
        if (order.Type == OrderType.Market)
            settled += order.Side == OrderSide.Buy ? quantity : -quantity;
        else if (order.ReduceOnly || IsCoveredByItsPair(order, quantity, judged, judgedQuantity))
            return;
        else if (order.Side == OrderSide.Buy)
            buys += quantity;
        else
            sells += quantity;
    }

    /// <summary>Of two orders that cancel each other, the larger counts; of equal ones the older.</summary>
    private static bool IsCoveredByItsPair(Order order, decimal quantity, Order? judged, decimal judgedQuantity)
    {
        if (order.Sibling is not { } other || other.Side != order.Side || other.Type == OrderType.Market || (other.State is not (OrderState.Working or OrderState.Triggered or OrderState.PartiallyFilled) && other != judged))
            return false;
        decimal others = other == judged ? judgedQuantity : other.Remaining;
        return others > quantity || (others == quantity && other.Id < order.Id);
    }
}
