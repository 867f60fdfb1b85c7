using System.Globalization;
using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Leverage, modes, margin and exits of positions.</summary>
internal sealed class PositionDesk(TradingFloor floor, Exits exits)
{
    private const int MostPartialExits = 20;

    public void SetLeverage(Contract contract, decimal buy, decimal sell, long now)
    {
        if (buy != sell && !(floor.Account.IsHedged(contract) && floor.Account.IsIsolated))
            throw Refusal.Parameter("buyLeverage and sellLeverage must be equal");
        if (Math.Min(buy, sell) < 1 || Math.Max(buy, sell) > contract.MaxLeverage)
            throw new Refusal(110013, Text($"cannot set leverage [{buy}] gt maxLeverage [{contract.MaxLeverage}] by risk limit"));
        Position[] rows = floor.Account.RowsOf(contract);
        decimal before = rows[0].Leverage, beforeSell = rows[^1].Leverage;
        if (before == buy && beforeSell == sell)
            throw new Refusal(110043, "leverage not modified");
        foreach (Position position in rows)
        {
            if (contract.TierOf(position.EntryValue) is { } tier && (position.Index == 2 ? sell : buy) > tier.MaxLeverage)
                throw new Refusal(110013, Text($"cannot set leverage [{buy}] gt maxLeverage [{tier.MaxLeverage}] by risk limit"));
        }

        floor.Account.SetLeverage(contract, buy, sell);
        AccountFigures figures = floor.Margin.At(now);
        if (figures.InitialMargin > figures.MarginBalance)
        {
            floor.Account.SetLeverage(contract, before, beforeSell);
            throw new Refusal(110045, "Wallet balance is insufficient");
        }

        Touch(rows, now);
    }

    public void SwitchMode(Contract contract, bool isHedged, long now)
    {
        if (isHedged && !AccountState.CanHedge(contract))
            throw new Refusal(110029, "this symbol does not support hedge mode");
        if (floor.Account.IsHedged(contract) == isHedged)
            throw new Refusal(110025, "Position mode is not modified");
        if (floor.Account.Positions.Any(position => position.Contract == contract && position.Size != 0))
            throw new Refusal(110024, "You have an existing position, so position mode cannot be switched");
        if (floor.Orders.OpenOf(contract).Length > 0)
            throw new Refusal(110028, "You have existing open orders, so position mode cannot be switched");
        floor.Account.SetHedged(contract, isHedged);
        Touch(floor.Account.RowsOf(contract), now);
    }

    /// <summary>Of all contracts of a coin that have no position and no order.</summary>
    public void SwitchMode(string coin, bool isHedged)
    {
        if (coin != "USDT")
            throw new Refusal(110029, "this coin does not support hedge mode");
        foreach (Contract contract in floor.Account.Contracts.Where(contract => AccountState.CanHedge(contract) && contract.SettleCoin == coin))
        {
            bool isBusy = floor.Orders.OpenOf(contract).Length > 0 || floor.Account.Positions.Any(position => position.Contract == contract && position.Size != 0);
            if (isBusy)
                floor.Account.SetHedged(contract, floor.Account.IsHedged(contract)); // it keeps its own
            else
                floor.Account.SetHedged(contract, isHedged);
        }

        floor.Account.SetHedged(coin, isHedged);
    }

    public void SetMarginMode(bool isIsolated)
    {
        if (floor.Account.IsIsolated == isIsolated)
            throw new Refusal(110026, "Cross/isolated margin mode is not modified");
        bool isBusy = floor.Orders.Open.Any(order => !order.Contract.IsSpot) || floor.Account.Positions.Any(position => position.Size != 0);
        if (isBusy)
            throw new Refusal(3400045, "Set margin mode failed") { Reason = ("3400000", "Close positions and cancel orders of contracts first") };
        floor.Account.IsIsolated = isIsolated;
    }

    /// <summary>Adds margin to an isolated position, or takes what was added.</summary>
    public void AddMargin(Position position, decimal margin, long now)
    {
        if (!floor.Account.IsIsolated)
            throw new Refusal(110015, "the position is in cross margin: margin cannot be added");
        if (margin == 0)
            throw new Refusal(110027, "Margin is not modified");
        if (position.Size == 0)
            throw new Refusal(110033, "cannot set margin without a position");
        bool isTooMuch = margin > 0 ? margin > floor.Margin.Available(position.Contract.SettleCoin, isSpot: false, now) : -margin > position.AddedMargin;
        if (isTooMuch)
            throw new Refusal(110033, Text($"margin {margin} exceeds what is available"));
        position.AddedMargin += margin;
        floor.News.Touch(position);
    }

    /// <summary>Sets, changes or removes exits of a position.</summary>
    public void SetStops(Position position, StopRequest request, long now)
    {
        if (position.Size == 0)
            throw new Refusal(10001, "can not set tp/sl/ts for zero position");
        ExitTerms terms = request.Terms;
        decimal last = floor.Quotes.At(position.Contract.Symbol, now).Last;
        OrderChecks.ExitSides(position.Contract, position.IsLong, terms.TakeProfit, terms.StopLoss, last);
        CheckTrailing(position, request, last);
        if (terms.IsPartial && !terms.IsEmpty)
            CheckPartial(position, terms);
        else if (!terms.IsPartial && (terms.TakeProfitLimit > 0 || terms.StopLossLimit > 0))
            throw Refusal.Parameter("limit exits need tpslMode Partial");

        decimal? profit = request.HasTakeProfit ? terms.TakeProfit : null, loss = request.HasStopLoss ? terms.StopLoss : null;
        bool isSame = (profit ?? position.TakeProfit) == position.TakeProfit && (loss ?? position.StopLoss) == position.StopLoss && (request.Trailing ?? position.TrailingStop) == position.TrailingStop
            && (request.ActivePrice ?? position.ActivePrice) == position.ActivePrice && (!terms.IsPartial || terms.IsEmpty);
        if (isSame)
            throw new Refusal(34040, "not modified");

        if (terms.IsPartial && !terms.IsEmpty)
            exits.AddPair(position, terms with { Size = terms.Size == 0 ? position.Quantity : terms.Size }, "", now);
        else if (profit is not null || loss is not null)
            exits.SetWhole(position, profit, loss, terms, "", now);
        if (request.Trailing is not null || request.ActivePrice is not null)
            exits.SetTrailing(position, request.Trailing ?? position.TrailingStop, request.ActivePrice ?? position.ActivePrice, now);
    }

    private void CheckPartial(Position position, ExitTerms terms)
    {
        if (terms.Size > position.Quantity)
            throw new Refusal(110058, "tpSize and slSize exceed the position");
        if (terms.Size % position.Contract.QuantityStep != 0)
            throw Refusal.Parameter(Text($"tpSize and slSize must be multiples of {position.Contract.QuantityStep}"));
        if (exits.Of(position).Count(order => order.StopOrderType.StartsWith("Partial", StringComparison.Ordinal)) >= MostPartialExits)
            throw new Refusal(110061, Text($"at most {MostPartialExits} partial TP/SL for a position"));
    }

    private static void CheckTrailing(Position position, StopRequest request, decimal last)
    {
        if (request.Trailing is { } distance && (distance < 0 || !position.Contract.IsOnTick(distance)))
            throw Refusal.Parameter("trailingStop invalid: it is a distance in price, a multiple of the tick");
        if (request.ActivePrice is > 0 and var active && (position.IsLong ? active <= last : active >= last))
            throw new Refusal(10001, Text($"activePrice must be {(position.IsLong ? "above" : "below")} the last price {last}"));
    }

    private void Touch(Position[] positions, long now)
    {
        foreach (Position position in positions)
        {
            position.UpdatedAt = now;
            floor.News.Touch(position);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What trading-stop is asked to do.</summary>
/// <param name="Terms">Take-profit and stop-loss; a price of 0 removes.</param>
/// <param name="HasTakeProfit">Whether a take-profit was named.</param>
/// <param name="HasStopLoss">Whether a stop-loss was named.</param>
/// <param name="Trailing">Distance, 0 to remove; null to leave.</param>
/// <param name="ActivePrice">From where it trails, 0 for at once; null to leave.</param>
internal sealed record StopRequest(ExitTerms Terms, bool HasTakeProfit, bool HasStopLoss, decimal? Trailing, decimal? ActivePrice);
