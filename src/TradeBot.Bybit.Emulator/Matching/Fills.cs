using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Books fills: order, position, wallet and log, and what follows from a position that has changed.</summary>
internal sealed class Fills(TradingFloor floor, Exits exits)
{
    private const int FeeDecimals = 10;

    /// <summary>What an order may still fill: its rest, and of one that only reduces no more than the position.</summary>
    public decimal Fillable(Order order)
    {
        if (!order.OnlyReduces || order.Contract.IsSpot)
            return order.Leaves;
        Position position = floor.Account.PositionOf(order.Contract, order.PositionIndex);
        return position.Size == 0 || position.IsLong == order.IsBuy ? 0 : Math.Min(order.Leaves, position.Quantity);
    }

    /// <summary>Fills a part of an order, or all that is left of it.</summary>
    /// <param name="order">A working order.</param>
    /// <param name="price">Of the fill.</param>
    /// <param name="quantity">In base currency, contracts when inverse; positive and not above what is left.</param>
    /// <param name="isMaker">True when it rested.</param>
    /// <param name="now">The exchange's clock.</param>
    /// <param name="execType">Trade; BustTrade or AdlTrade for the exchange's own.</param>
    public void Fill(Order order, decimal price, decimal quantity, bool isMaker, long now, string execType = "Trade")
    {
        Contract contract = order.Contract;
        decimal value = contract.ValueOf(quantity, price), rate = floor.Account.FeeRate(contract, isMaker);
        (string feeCoin, decimal fee) = FeeOf(order, quantity, value, rate, isMaker, now);
        string id = floor.Ids.Next();
        long sequence = floor.Ids.NextSequence();
        order.Executed += quantity;
        order.ExecutedValue += value;
        order.Fills++;
        order.Fees = new Dictionary<string, decimal>(order.Fees) { [feeCoin] = order.Fees.GetValueOrDefault(feeCoin) + fee };

        Position? position = contract.IsSpot ? null : floor.Account.PositionOf(contract, order.PositionIndex);
        decimal closed = 0, profit = 0;
        if (position is not null)
        {
            (closed, profit) = position.Apply(order.Signed(quantity), price, now);
            decimal exit = closed == 0 ? 0 : contract.ValueOf(closed, price);
            decimal entry = exit + (order.IsBuy == contract.IsInverse ? -profit : profit); // a sell closes a long: profit = exit - entry
            position.Book(profit - (feeCoin == contract.SettleCoin ? fee : 0));
            position.Sequence = sequence;
            order.ClosedQuantity += closed;
            order.ClosedEntryValue += entry;
            order.ClosedExitValue += exit;
            order.ClosedProfit += profit - (closed == 0 ? 0 : fee * closed / quantity);
        }

        var execution = new Execution
        {
            Id = id, Contract = contract, OrderId = order.Id, OrderLinkId = order.LinkId, IsBuy = order.IsBuy, OrderPrice = order.Price, OrderQuantity = order.Quantity,
            Leaves = order.Leaves, OrderType = order.IsMarket ? "Market" : "Limit", StopOrderType = order.StopOrderType, CreateType = order.CreateType, ExecType = execType,
            Price = price, Quantity = quantity, Value = value, Fee = fee, FeeRate = rate, FeeCoin = feeCoin, IsMaker = isMaker, ClosedSize = closed, Profit = profit,
            Mark = floor.Quotes.At(contract.Symbol, now).Mark, Time = now, Sequence = sequence,
        };
        Pay(order, execution, position?.Size ?? 0);
        floor.Orders.Add(execution);

        bool isDone = order.IsByValue ? order.Quantity - order.ExecutedValue < price * contract.QuantityStep : order.Executed >= order.Quantity;
        floor.Change(order, isDone ? OrderStatus.Filled : OrderStatus.PartiallyFilled, now);
        floor.News.Tell(execution);
        floor.News.TouchWallet();
        if (position is not null)
            exits.AfterFill(order, position, quantity, now);
    }

    private void Pay(Order order, Execution execution, decimal size)
    {
        Contract contract = order.Contract;
        string type = execution.ExecType switch
        {
            "BustTrade" => "LIQUIDATION",
            "AdlTrade" => "ADL",
            _ => "TRADE",
        };
        CashFlow Flow(string coin, decimal cash) => new()
        {
            Time = execution.Time, Type = type, Coin = coin, Contract = contract, Side = order.IsBuy ? "Buy" : "Sell", Cash = cash, Fee = coin == execution.FeeCoin ? execution.Fee : 0,
            OrderId = order.Id, OrderLinkId = order.LinkId, TradeId = execution.Id, Quantity = execution.Quantity, Price = execution.Price, FeeRate = execution.FeeRate, Size = size,
        };

        List<CashFlow> flows = contract.IsSpot
            ? [Flow(contract.BaseCoin, order.Signed(execution.Quantity)), Flow(contract.QuoteCoin, -order.Signed(execution.Value))]
            : [Flow(contract.SettleCoin, execution.Profit)];
        if (flows.TrueForAll(flow => flow.Coin != execution.FeeCoin))
            flows.Add(Flow(execution.FeeCoin, 0));
        foreach (CashFlow flow in flows)
            floor.Account.Wallet.Add(flow);
    }

    /// <summary>The fee and its coin. Spot: a buy pays in the base coin and a sell in the quote coin; the other way round for the rebate of a maker.</summary>
    private (string Coin, decimal Fee) FeeOf(Order order, decimal quantity, decimal value, decimal rate, bool isMaker, long now)
    {
        Contract contract = order.Contract;
        EmulatorAccount options = floor.Account.Options;
        if (options.FeeCoin is { } coin && rate > 0)
        {
            decimal worth = value * floor.Margin.UsdPrice(contract.SettleCoin, now);
            decimal fee = Math.Round(worth * rate / options.FeeCoinPrice, FeeDecimals);
            if (worth > 0 && floor.Account.Wallet[coin] >= fee)
                return (coin, fee);
        }

        bool isInBase = contract.IsSpot && (order.IsBuy != (rate < 0 && isMaker));
        return isInBase ? (contract.BaseCoin, Math.Round(quantity * rate, FeeDecimals)) : (contract.SettleCoin, Math.Round(value * rate, FeeDecimals));
    }
}
