using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Positions that the exchange closes: when margin is used up, and by deleveraging.</summary>
/// <remarks>
/// Cross: once the maintenance margin reaches the margin balance, orders of contracts are cancelled, then positions are closed at the mark price, the one with the largest margin first,
/// until it no longer does. Isolated: at its liquidation price a position is closed at its bankruptcy price. The insurance fund tops up a wallet below 0.
/// </remarks>
internal sealed class Liquidation(TradingFloor floor, Fills fills)
{
    public void Look(long now)
    {
        if (floor.Account.Positions.All(position => position.Size == 0))
            return;
        if (floor.Account.IsIsolated)
            LookAtEach(now);
        else
            LookAtAccount(now);
    }

    /// <summary>Closes a part of a position by the exchange's own order.</summary>
    /// <param name="position">Not flat.</param>
    /// <param name="quantity">At most the position's.</param>
    /// <param name="price">Of the fill.</param>
    /// <param name="createType">CreateByTakeOver_PassThrough or CreateByAdl_PassThrough.</param>
    /// <param name="execType">BustTrade or AdlTrade.</param>
    /// <param name="now">The exchange's clock.</param>
    public void Close(Position position, decimal quantity, decimal price, string createType, string execType, long now)
    {
        var order = new Order
        {
            Id = floor.Ids.Next(), Contract = position.Contract, IsBuy = !position.IsLong, IsMarket = true, Quantity = quantity, TimeInForce = TimeInForce.IOC, PositionIndex = position.Index,
            ReduceOnly = true, CreateType = createType, CreatedTime = now, UpdatedTime = now, MatchAt = now, HasArrived = true,
        };
        floor.Orders.Add(order);
        fills.Fill(order, price, quantity, isMaker: false, now, execType);
        string coin = position.Contract.SettleCoin;
        if (floor.Account.Wallet[coin] < 0)
            floor.Account.Wallet.Add(new CashFlow { Time = now, Type = "LIQUIDATION", Coin = coin, Contract = position.Contract, Cash = -floor.Account.Wallet[coin], OrderId = order.Id });
    }

    private void LookAtEach(long now)
    {
        foreach (Position position in floor.Account.Positions.Where(position => position.Size != 0).ToArray())
        {
            decimal mark = floor.Quotes.At(position.Contract.Symbol, now).Mark;
            PositionMargin margin = floor.Margin.MarginOf(position, mark, others: 0);
            if (margin.Liquidation is { } liquidation && (position.IsLong ? mark <= liquidation : mark >= liquidation))
                Take(position, margin.Bankruptcy ?? mark, now);
        }
    }

    private void LookAtAccount(long now)
    {
        if (!IsBroke(now))
            return;
        foreach (Order order in floor.Orders.Open.Where(order => !order.Contract.IsSpot).ToArray())
            floor.Cancel(order, "CancelAllBeforeLiq", now);
        foreach (Position position in floor.Account.Positions.Where(position => position.Size != 0)
            .OrderByDescending(position => floor.Margin.Of(position, now).Margin.Maintenance * floor.Margin.UsdPrice(position.Contract.SettleCoin, now)).ToArray())
        {
            if (IsBroke(now))
                Take(position, floor.Quotes.At(position.Contract.Symbol, now).Mark, now);
        }
    }

    private bool IsBroke(long now)
    {
        AccountFigures figures = floor.Margin.At(now);
        return figures.MaintenanceMargin > 0 && figures.MarginBalance <= figures.MaintenanceMargin;
    }

    private void Take(Position position, decimal price, long now)
    {
        foreach (Order order in floor.Orders.OpenOf(position.Contract).Where(order => !order.IsExit && order.PositionIndex == position.Index))
            floor.Cancel(order, "CancelAllBeforeLiq", now);
        Close(position, position.Quantity, price, "CreateByTakeOver_PassThrough", "BustTrade", now);
    }
}
