using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Conditional orders, position exits and trailing stops as the price moves.</summary>
internal sealed class Triggers(TradingFloor floor, OrderChecks checks, Taking taking, Exits exits)
{
    public void Look(Order order, long now)
    {
        if (order.StopOrderType == "TrailingStop" ? HasTrailed(order, now) : IsReached(order, now))
            Pull(order, now);
    }

    /// <summary>An order's instant as Triggered, with the same id; then it meets the market.</summary>
    private void Pull(Order order, long now)
    {
        if (order.StopOrderType is "TakeProfit" or "StopLoss" or "TrailingStop")
            order.Quantity = floor.Account.PositionOf(order.Contract, order.PositionIndex).Quantity;
        Order probe = order.Snapshot();
        probe.Status = OrderStatus.Triggered;
        bool isShort = checks.ShortOf(probe, order.Filter == "tpslOrder" ? MarginView.LockOf(order).Amount : 0, now) is not null;
        floor.Change(order, OrderStatus.Triggered, now);
        exits.AfterEnd(order, order.StopOrderType == "PartialTakeProfit" ? "CancelByOCOSlCanceledByTpTriggered" : "CancelByOCOTpCanceledBySlTriggered", now);
        if (isShort)
            floor.Cancel(order, order.CancelType, now, "EC_Others");
        else
            taking.Arrive(order, now);
    }

    private bool IsReached(Order order, long now)
    {
        decimal price = floor.PriceFor(order, now);
        return order.TriggersOnRise ? price >= order.TriggerPrice : price <= order.TriggerPrice;
    }

    /// <summary>From its activation a trailing stop follows the best price; it triggers at its distance from that.</summary>
    private bool HasTrailed(Order order, long now)
    {
        decimal price = floor.PriceFor(order, now);
        bool isLong = !order.IsBuy;
        if (order.Extreme == 0)
        {
            bool isActive = isLong ? price >= order.TriggerPrice : price <= order.TriggerPrice;
            if (!isActive)
                return false;
            order.Extreme = price;
            floor.Change(order, OrderStatus.Untriggered, now);
        }

        order.Extreme = isLong ? Math.Max(order.Extreme, price) : Math.Min(order.Extreme, price);
        return isLong ? price <= order.Extreme - order.Trailing : price >= order.Extreme + order.Trailing;
    }
}
