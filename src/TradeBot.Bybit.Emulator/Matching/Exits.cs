using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Take-profit, stop-loss and trailing stops of positions. The exchange makes them as conditional orders that only reduce.</summary>
internal sealed class Exits(TradingFloor floor)
{
    private const string Cleared = "CancelByTpSlTsClear", ByUser = "CancelByUser";

    /// <summary>Of a position that a fill has changed: exits that the order brought, and the end of what a flat position leaves behind.</summary>
    public void AfterFill(Order order, Position position, decimal quantity, long now)
    {
        bool hasTurned = position.Size == 0 || position.IsLong == order.IsBuy && position.Quantity < quantity;
        if (hasTurned)
            Clear(position, order, now);
        else
            Resize(position);
        if (order.Exits is not { IsEmpty: false } terms || position.Size == 0 || position.IsLong != order.IsBuy)
            return;
        if (terms.IsPartial)
            AddPair(position, terms with { Size = Math.Min(quantity, position.Quantity) }, order.LinkId, now);
        else
            SetWhole(position, terms, order.LinkId, now);
    }

    /// <summary>Sets the one pair of exits for the whole position; a price of null leaves that side, 0 removes it.</summary>
    public void SetWhole(Position position, decimal? takeProfit, decimal? stopLoss, ExitTerms terms, string parent, long now)
    {
        if (takeProfit is { } profit)
        {
            Replace(position, "TakeProfit", profit, terms.TakeProfitBy, parent, now);
            position.TakeProfit = profit;
        }

        if (stopLoss is { } loss)
        {
            Replace(position, "StopLoss", loss, terms.StopLossBy, parent, now);
            position.StopLoss = loss;
        }

        position.IsPartialExit = false;
        Touched(position, now);
    }

    /// <summary>Adds exits for a part of the position.</summary>
    public void AddPair(Position position, ExitTerms terms, string parent, long now)
    {
        Order? profit = terms.TakeProfit == 0 ? null : Make(position, "PartialTakeProfit", terms.TakeProfit, terms.TakeProfitBy, terms.Size, terms.TakeProfitLimit, parent, now);
        Order? loss = terms.StopLoss == 0 ? null : Make(position, "PartialStopLoss", terms.StopLoss, terms.StopLossBy, terms.Size, terms.StopLossLimit, parent, now);
        if (profit is not null && loss is not null)
            (profit.Partner, loss.Partner) = (loss, profit);
        position.IsPartialExit = true;
        Touched(position, now);
    }

    /// <summary>Sets the trailing stop of a position; a distance of 0 removes it.</summary>
    /// <param name="position">Not flat.</param>
    /// <param name="distance">In price.</param>
    /// <param name="activePrice">From where it trails; 0 for at once.</param>
    /// <param name="now">The exchange's clock.</param>
    public void SetTrailing(Position position, decimal distance, decimal activePrice, long now)
    {
        foreach (Order old in Of(position).Where(order => order.StopOrderType == "TrailingStop"))
            floor.Cancel(old, ByUser, now);
        (position.TrailingStop, position.ActivePrice) = (distance, distance == 0 ? 0 : activePrice);
        if (distance > 0)
        {
            Order trailing = Make(position, "TrailingStop", activePrice, TriggerSource.LastPrice, position.Quantity, 0, "", now);
            trailing.Trailing = distance;
            trailing.Extreme = activePrice == 0 ? floor.PriceFor(trailing, now) : 0;
        }

        Touched(position, now);
    }

    /// <summary>An exit has ended: its pair goes too, and the position no longer states it.</summary>
    public void AfterEnd(Order exit, string partnerCancelType, long now)
    {
        if (exit.Partner is { } partner)
        {
            (exit.Partner, partner.Partner) = (null, null);
            floor.Cancel(partner, partnerCancelType, now);
        }

        if (!exit.IsExit)
            return;
        Position position = floor.Account.PositionOf(exit.Contract, exit.PositionIndex);
        switch (exit.StopOrderType)
        {
            case "TakeProfit":
                position.TakeProfit = 0;
                break;
            case "StopLoss":
                position.StopLoss = 0;
                break;
            case "TrailingStop":
                (position.TrailingStop, position.ActivePrice) = (0, 0);
                break;
        }

        Touched(position, now);
    }

    /// <summary>Orders of a position's exits that wait for their trigger.</summary>
    public Order[] Of(Position position) =>
        [.. floor.Orders.Open.Where(order => order.IsExit && order.IsUntriggered && order.Contract == position.Contract && order.PositionIndex == position.Index)];

    private void SetWhole(Position position, ExitTerms terms, string parent, long now) =>
        SetWhole(position, terms.TakeProfit == 0 ? null : terms.TakeProfit, terms.StopLoss == 0 ? null : terms.StopLoss, terms, parent, now);

    private void Replace(Position position, string type, decimal price, TriggerSource by, string parent, long now)
    {
        Order? old = Of(position).FirstOrDefault(order => order.StopOrderType == type);
        if (old is not null && price > 0)
        {
            (old.TriggerPrice, old.TriggerBy) = (price, by);
            floor.Change(old, OrderStatus.Untriggered, now);
        }
        else if (old is not null)
        {
            floor.Cancel(old, ByUser, now);
        }
        else if (price > 0)
        {
            Make(position, type, price, by, position.Quantity, 0, parent, now);
        }
    }

    private Order Make(Position position, string type, decimal trigger, TriggerSource by, decimal size, decimal limit, string parent, long now)
    {
        bool rises = type.Contains("Profit", StringComparison.Ordinal) == position.IsLong;
        var order = new Order
        {
            Id = floor.Ids.Next(), Contract = position.Contract, IsBuy = !position.IsLong, IsMarket = limit == 0, Price = limit, Quantity = size,
            TimeInForce = limit == 0 ? TimeInForce.IOC : TimeInForce.GTC, PositionIndex = position.Index, ReduceOnly = true, CloseOnTrigger = true,
            TriggerPrice = trigger, TriggersOnRise = rises, TriggerBy = by, StopOrderType = type, CreateType = "CreateBy" + type, ParentLinkId = parent,
            Status = OrderStatus.Untriggered, CreatedTime = now, UpdatedTime = now, LastPriceOnCreated = floor.Quotes.At(position.Contract.Symbol, now).Last,
        };
        floor.Orders.Add(order);
        floor.News.Tell(order, now);
        return order;
    }

    private void Resize(Position position)
    {
        foreach (Order order in Of(position))
        {
            if (order.StopOrderType is "TakeProfit" or "StopLoss" or "TrailingStop")
                order.Quantity = position.Quantity;
        }
    }

    private void Clear(Position position, Order closing, long now)
    {
        foreach (Order order in Of(position))
        {
            order.Partner = null;
            floor.Cancel(order, Cleared, now);
        }

        (position.TakeProfit, position.StopLoss, position.TrailingStop, position.ActivePrice, position.IsPartialExit) = (0, 0, 0, 0, false);
        foreach (Order order in floor.Orders.OpenOf(position.Contract))
        {
            if (order.OnlyReduces && !order.IsUntriggered && order != closing && order.PositionIndex == position.Index && (position.Size == 0 || order.IsBuy == position.IsLong))
                floor.Cancel(order, "CancelByReduceOnly", now);
        }
    }

    private void Touched(Position position, long now)
    {
        position.UpdatedAt = now;
        floor.News.Touch(position);
    }
}
