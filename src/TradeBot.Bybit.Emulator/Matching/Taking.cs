using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Market;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>An order meets the market: it takes from the book what its price allows, and rests, is cancelled or is filled.</summary>
internal sealed class Taking(TradingFloor floor, Fills fills)
{
    /// <summary>Of an order that has just come, was triggered or was amended.</summary>
    /// <param name="order">One that works.</param>
    /// <param name="now">The exchange's clock.</param>
    /// <param name="isTold">Whether its state has already been sent, so that resting is not an event.</param>
    public void Arrive(Order order, long now, bool isTold = false)
    {
        Contract contract = order.Contract;
        order.HasArrived = true;
        Level[] levels = [.. Within(order, now)];
        if (order.TimeInForce == TimeInForce.PostOnly && levels.Length > 0)
        {
            floor.Cancel(order, order.CancelType, now, "EC_PostOnlyWillTakeLiquidity");
            return;
        }

        if (order.TimeInForce == TimeInForce.FOK && levels.Sum(level => contract.Floor(level.Size)) < fills.Fillable(order))
        {
            floor.Cancel(order, order.CancelType, now, "EC_NoImmediateQtyToFill");
            return;
        }

        foreach (Level level in levels)
        {
            decimal quantity = contract.Floor(Math.Min(level.Size, Wanted(order, level.Price)));
            if (quantity > 0)
                Fill(order, level.Price, quantity, isMaker: false, now);
            if (!order.IsOpen)
                return;
        }

        if (order.OnlyReduces && fills.Fillable(order) == 0)
            floor.Cancel(order, "CancelByReduceOnly", now);
        else if (order.IsMarket || order.TimeInForce != TimeInForce.GTC && order.TimeInForce != TimeInForce.PostOnly)
            floor.Cancel(order, order.CancelType, now, "EC_NoImmediateQtyToFill");
        else if (!isTold && order.Status is (OrderStatus.Triggered or OrderStatus.New))
            floor.Change(order, OrderStatus.New, now); // it rests
    }

    /// <summary>A resting order is met by a trade.</summary>
    /// <returns>False when nothing of it can fill.</returns>
    public bool Meet(Order order, long now)
    {
        decimal quantity = fills.Fillable(order);
        if (quantity == 0)
        {
            floor.Cancel(order, "CancelByReduceOnly", now);
            return false;
        }

        if (floor.Options.MostPerStep is { } most)
            quantity = Math.Max(order.Contract.QuantityStep, order.Contract.Floor(Math.Min(quantity, most)));
        if (floor.Dice.Hits(floor.Dice.Faults.PartialFill, order.Id, order.Fills) && Part(order, quantity) is > 0 and var part)
            quantity = part;
        fills.Fill(order, order.Price, quantity, isMaker: true, now);
        return true;
    }

    /// <summary>Fills all that is left at the order's own price, as a race against a cancel does; a market order at the last price.</summary>
    public void FillRest(Order order, long now)
    {
        decimal quantity = fills.Fillable(order);
        if (quantity > 0)
            fills.Fill(order, order.Price == 0 ? floor.Quotes.At(order.Contract.Symbol, now).Last : order.Price, quantity, isMaker: true, now);
    }

    private void Fill(Order order, decimal price, decimal quantity, bool isMaker, long now)
    {
        if (floor.Dice.Hits(floor.Dice.Faults.PartialFill, order.Id, order.Fills) && Part(order, quantity) is > 0 and var part && part < quantity)
        {
            fills.Fill(order, price, part, isMaker, now);
            quantity -= part;
        }

        if (order.IsOpen)
            fills.Fill(order, price, quantity, isMaker, now);
    }

    private decimal Part(Order order, decimal quantity) =>
        order.Contract.Floor(quantity * (decimal)(0.2 + 0.6 * floor.Dice.Share(order.Id, order.Fills + 1000)));

    private decimal Wanted(Order order, decimal price) =>
        order.IsByValue ? (order.Quantity - order.ExecutedValue) / price : fills.Fillable(order);

    /// <summary>The levels of the other side that an order's price reaches.</summary>
    private IEnumerable<Level> Within(Order order, long now)
    {
        decimal limit = LimitOf(order, now);
        return floor.Quotes.Levels(order.Contract.Symbol, order.IsBuy, now).TakeWhile(level => order.IsBuy ? level.Price <= limit : level.Price >= limit);
    }

    /// <summary>The worst price: a market order's is the band's, or its own tolerance where that is nearer.</summary>
    private decimal LimitOf(Order order, long now)
    {
        if (!order.IsMarket)
            return order.Price;
        Quote quote = floor.Quotes.At(order.Contract.Symbol, now);
        (decimal buy, decimal sell) = order.Contract.Band(quote.Mark, quote.Index);
        if (order.IsBuy)
            return order.WorstPrice == 0 ? buy : Math.Min(buy, order.WorstPrice);
        return order.WorstPrice == 0 ? sell : Math.Max(sell, order.WorstPrice);
    }
}
