using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Accepts, changes and cancels orders.</summary>
internal sealed class OrderDesk(TradingFloor floor, OrderChecks checks, Taking taking, Exits exits)
{
    private readonly OrderPrices _prices = new(floor, checks);

    /// <summary>Accepts an order, which meets the market at once unless it waits for a trigger.</summary>
    /// <exception cref="Refusal">A rule is broken; nothing has changed.</exception>
    public Order Create(OrderRequest request, long now)
    {
        Order order = Check(request, now);
        if (floor.Dice.Hits(floor.Dice.Faults.Refused, "refused " + order.Id))
            throw new Refusal(110007, "ab not enough for new order");
        floor.Orders.Add(order);
        Accept(order, now);
        return order;
    }

    /// <summary>The order that a request would become; nothing of it is kept.</summary>
    /// <exception cref="Refusal">A rule is broken.</exception>
    public Order Check(OrderRequest request, long now)
    {
        Contract contract = request.Contract;
        checks.LinkId(contract, request.LinkId);
        bool isConditional = request.TriggerPrice > 0, onlyReduces = request.ReduceOnly || request.CloseOnTrigger;
        bool closesAll = request is { Quantity: 0, ReduceOnly: true, CloseOnTrigger: true };
        decimal last = floor.Quotes.At(contract.Symbol, now).Last, price = _prices.Of(request, isConditional, now), worst = _prices.WorstOf(request, isConditional, now);
        if (!closesAll)
            OrderChecks.Quantity(contract, request.Quantity, request.IsMarket ? last : price, request.IsMarket, request.IsByValue, onlyReduces);

        int index = checks.PositionIndex(contract, request.PositionIndex);
        bool isClosingSide = index == (request.IsBuy ? 2 : 1);
        decimal quantity = request.Quantity;
        if (!contract.IsSpot && (closesAll || ((request.ReduceOnly || isClosingSide) && !isConditional)))
            quantity = checks.Reducible(contract, index, request.IsBuy, quantity);
        bool rises = request.TriggerDirection is { } direction ? direction == 1 : request.TriggerPrice > floor.PriceBy(contract.Symbol, request.TriggerBy, now);
        if (isConditional)
            checks.TriggerSide(contract, request.TriggerPrice!.Value, rises, request.TriggerBy, now);
        CheckExits(request, isConditional ? request.TriggerPrice!.Value : request.IsMarket ? last : price);
        checks.Count(contract, isConditional);

        var order = new Order
        {
            Id = floor.Ids.Next(), LinkId = request.LinkId, Contract = contract, IsBuy = request.IsBuy, IsMarket = request.IsMarket, Price = price, Quantity = quantity, IsByValue = request.IsByValue,
            TimeInForce = request.IsMarket ? TimeInForce.IOC : request.TimeInForce, PositionIndex = index, ReduceOnly = (request.ReduceOnly || isClosingSide) && !contract.IsSpot,
            CloseOnTrigger = request.CloseOnTrigger, TriggerPrice = request.TriggerPrice ?? 0, TriggersOnRise = rises, TriggerBy = request.TriggerBy, Filter = request.Filter, Exits = request.Exits,
            StopOrderType = !isConditional ? "" : request.Filter == "tpslOrder" ? "tpslOrder" : "Stop", CreateType = request.CreateType, WorstPrice = worst,
            Status = isConditional ? OrderStatus.Untriggered : OrderStatus.New, LastPriceOnCreated = last, CreatedTime = now, UpdatedTime = now, MatchAt = now,
        };
        if (!isConditional || order.Filter == "tpslOrder")
            checks.Funds(order, alreadyTaken: 0, now);
        return order;
    }

    /// <summary>Changes an order that works. Its quantity is the total, not the rest.</summary>
    /// <exception cref="Refusal">A rule is broken; nothing has changed.</exception>
    public void Amend(Order order, AmendRequest request, long now)
    {
        Contract contract = order.Contract;
        if (order.IsExit && (request.HasExits || request.Quantity is not null))
            throw Refusal.Parameter("of a position's exit only triggerPrice, triggerBy and price can be amended");
        if (request.HasExits && order.Executed > 0)
            throw new Refusal(110059, "Cannot amend TP/SL of a partially filled order");
        if (request.TriggerPrice is not null && !order.IsUntriggered)
            throw Refusal.Parameter("triggerPrice of an order that has been triggered");

        decimal quantity = request.Quantity ?? order.Quantity;
        decimal price = request.Price is { } wanted && !order.IsMarket ? order.IsUntriggered ? wanted : checks.Price(contract, wanted, order.IsBuy, now) : order.Price;
        if (quantity <= order.Executed)
            throw new Refusal(contract.IsSpot ? 170313 : 110064, "The order quantity to be modified is smaller than the filled quantity");
        OrderChecks.Quantity(contract, quantity, price == 0 ? floor.Quotes.At(contract.Symbol, now).Last : price, order.IsMarket, order.IsByValue, order.OnlyReduces);
        if (request.TriggerPrice is { } trigger)
            checks.TriggerSide(contract, trigger, order.TriggersOnRise, request.TriggerBy ?? order.TriggerBy, now);
        ExitTerms? terms = Amended(order, request);
        if (terms is not null)
            OrderChecks.ExitSides(contract, order.IsBuy, terms.TakeProfit, terms.StopLoss, order.IsUntriggered ? request.TriggerPrice ?? order.TriggerPrice : price);
        if (quantity == order.Quantity && price == order.Price && (request.TriggerPrice ?? order.TriggerPrice) == order.TriggerPrice && Equals(terms, order.Exits))
            throw new Refusal(10001, "The order remains unchanged as the parameters entered match the existing ones.");

        Order after = order.Snapshot();
        (after.Quantity, after.Price) = (quantity, price);
        if (!order.IsUntriggered || order.Filter == "tpslOrder")
            checks.Funds(after, contract.IsSpot ? MarginView.LockOf(order).Amount : floor.Margin.MarginOf(order, now), now);

        (order.Quantity, order.Price, order.TriggerPrice, order.TriggerBy, order.Exits) = (quantity, price, request.TriggerPrice ?? order.TriggerPrice, request.TriggerBy ?? order.TriggerBy, terms);
        floor.Change(order, order.Status, now);
        if (!order.IsUntriggered && order.HasArrived)
            taking.Arrive(order, now, isTold: true); // an amended price that crosses takes
    }

    /// <summary>Cancels an order that works, with what may come between.</summary>
    /// <exception cref="Refusal">The order is filled, or is said not to exist.</exception>
    public void Cancel(Order order, long now)
    {
        EmulatorFaults faults = floor.Dice.Faults;
        bool isPlain = !order.IsUntriggered && !order.IsByValue;
        int attempt = order.Cancels++;
        if (floor.Dice.Hits(faults.UnknownOnCancel, "unknown " + order.Id, attempt))
            throw Gone(order.Contract);
        if (isPlain && floor.Dice.Hits(faults.FilledBeforeCancel, "filled " + order.Id, attempt))
        {
            taking.FillRest(order, now);
            throw Gone(order.Contract);
        }

        if (isPlain && floor.Dice.Hits(faults.CancelLosesRace, "race " + order.Id, attempt))
        {
            taking.FillRest(order, now);
            if (order.Status == OrderStatus.Filled)
            {
                (order.CancelType, order.RejectReason) = ("CancelByUser", "EC_OrigClOrdIDDoesNotExist");
                floor.News.Tell(order, now); // the second of two Filled, without a fill
                return;
            }
        }

        floor.Cancel(order, "CancelByUser", now);
        exits.AfterEnd(order, "CancelByUser", now);
    }

    /// <summary>Cancels without anything coming between; of a pair of exits both.</summary>
    public void CancelNow(Order order, string cancelType, long now)
    {
        floor.Cancel(order, cancelType, now);
        exits.AfterEnd(order, cancelType, now);
    }

    public static Refusal Gone(Contract? contract) =>
        contract?.IsSpot == true ? new Refusal(170213, "Order does not exist.") : new Refusal(110001, "order not exists or too late to cancel");

    private void Accept(Order order, long now)
    {
        EmulatorFaults faults = floor.Dice.Faults;
        if (floor.Dice.Hits(faults.RejectedLater, "rejected " + order.Id))
        {
            order.RejectReason = "EC_Others";
            floor.Change(order, OrderStatus.Rejected, now);
            return;
        }

        if (order.IsUntriggered)
        {
            floor.Change(order, OrderStatus.Untriggered, now);
        }
        else if (floor.Dice.Hits(faults.LateFill, "late " + order.Id))
        {
            order.MatchAt = now + (long)faults.FillDelay.TotalMilliseconds;
            floor.Change(order, OrderStatus.New, now);
        }
        else
        {
            taking.Arrive(order, now);
        }
    }

    private static void CheckExits(OrderRequest request, decimal reference)
    {
        if (request.Exits is not { IsEmpty: false } terms)
            return;
        if (request.ReduceOnly)
            throw Refusal.Parameter("takeProfit and stopLoss cannot be set with reduceOnly");
        if (request.Contract.IsSpot)
            throw Refusal.Parameter("takeProfit and stopLoss of spot orders are not served here; use orderFilter tpslOrder");
        if (!terms.IsPartial && (terms.TakeProfitLimit > 0 || terms.StopLossLimit > 0))
            throw Refusal.Parameter("limit exits need tpslMode Partial");
        OrderChecks.ExitSides(request.Contract, request.IsBuy, terms.TakeProfit, terms.StopLoss, reference);
    }

    private static ExitTerms? Amended(Order order, AmendRequest request)
    {
        if (!request.HasExits)
            return order.Exits;
        ExitTerms old = order.Exits ?? new ExitTerms();
        return old with
        {
            TakeProfit = request.TakeProfit ?? old.TakeProfit, StopLoss = request.StopLoss ?? old.StopLoss, TakeProfitBy = request.TakeProfitBy ?? old.TakeProfitBy,
            StopLossBy = request.StopLossBy ?? old.StopLossBy, IsPartial = request.IsPartial ?? old.IsPartial, TakeProfitLimit = request.TakeProfitLimit ?? old.TakeProfitLimit,
            StopLossLimit = request.StopLossLimit ?? old.StopLossLimit,
        };
    }
}
