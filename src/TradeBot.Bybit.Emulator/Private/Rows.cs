using System.Globalization;
using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>Orders, executions, positions and balances as JSON, in the words of pages and of streams.</summary>
internal static class Rows
{
    /// <summary>Plain notation without trailing zeros.</summary>
    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static JsonObject Of(Order order, bool isStream, EmulatorFaults faults)
    {
        var fees = new JsonObject();
        foreach ((string coin, decimal fee) in order.Fees)
            fees[coin] = Plain(fee);
        var row = new JsonObject
        {
            ["orderId"] = order.Id, ["orderLinkId"] = order.LinkId, ["parentOrderLinkId"] = order.ParentLinkId, ["blockTradeId"] = "", ["symbol"] = order.Contract.Symbol,
            ["side"] = order.IsBuy ? "Buy" : "Sell", ["orderType"] = order.IsMarket ? "Market" : "Limit", ["price"] = Plain(order.Price), ["qty"] = Plain(order.Quantity),
            ["timeInForce"] = order.TimeInForce.ToString(), ["orderStatus"] = order.Status.ToString(), ["positionIdx"] = order.PositionIndex, ["isLeverage"] = order.Contract.IsSpot ? "0" : "",
            ["cancelType"] = order.CancelType, ["rejectReason"] = order.RejectReason, ["createType"] = order.CreateType, ["avgPrice"] = order.Executed == 0 ? "" : Plain(order.AveragePrice),
            ["leavesQty"] = Plain(order.Leaves), ["leavesValue"] = Plain(order.IsByValue && order.IsOpen ? order.Quantity - order.ExecutedValue : order.Leaves * order.Price),
            ["cumExecQty"] = Plain(order.Executed), ["cumExecValue"] = Plain(order.ExecutedValue), ["cumExecFee"] = Plain(order.Fees.Count == 1 ? order.Fees.First().Value : order.Fees.Sum(fee => fee.Value)),
            ["cumFeeDetail"] = fees, ["closedPnl"] = Plain(order.ClosedProfit), ["stopOrderType"] = order.StopOrderType, ["triggerPrice"] = order.TriggerPrice == 0 ? "" : Plain(order.TriggerPrice),
            ["triggerDirection"] = order.TriggerPrice == 0 ? 0 : order.TriggersOnRise ? 1 : 2, ["triggerBy"] = order.TriggerPrice == 0 ? "" : order.TriggerBy.ToString(),
            ["takeProfit"] = Price(order.Exits?.TakeProfit), ["stopLoss"] = Price(order.Exits?.StopLoss), ["tpTriggerBy"] = order.Exits is { TakeProfit: > 0 } profit ? profit.TakeProfitBy.ToString() : "",
            ["slTriggerBy"] = order.Exits is { StopLoss: > 0 } loss ? loss.StopLossBy.ToString() : "", ["tpslMode"] = order.Exits is { IsEmpty: false } terms ? terms.IsPartial ? "Partial" : "Full" : ModeOf(order),
            ["tpLimitPrice"] = Price(order.Exits?.TakeProfitLimit), ["slLimitPrice"] = Price(order.Exits?.StopLossLimit), ["ocoTriggerBy"] = "", ["orderIv"] = "", ["marketUnit"] = order.IsByValue ? "quoteCoin" : "",
            ["lastPriceOnCreated"] = Plain(order.LastPriceOnCreated), ["reduceOnly"] = order.ReduceOnly, ["closeOnTrigger"] = order.CloseOnTrigger, ["placeType"] = "", ["smpType"] = "None", ["smpGroup"] = 0,
            ["smpOrderId"] = "", ["createdTime"] = Text(order.CreatedTime), ["updatedTime"] = Text(order.UpdatedTime),
        };
        if (isStream)
            row["category"] = order.Contract.Word;
        if (isStream && order.Contract.IsSpot)
            row["feeCurrency"] = order.Fees.Keys.FirstOrDefault() ?? "";
        if (faults.MissingFields)
            row.Remove("cumFeeDetail");
        return row;
    }

    public static JsonObject Of(Execution fill, bool isStream) => new()
    {
        ["category"] = fill.Contract.Word, ["symbol"] = fill.Contract.Symbol, ["orderId"] = fill.OrderId, ["orderLinkId"] = fill.OrderLinkId, ["side"] = fill.IsBuy ? "Buy" : "Sell",
        ["orderPrice"] = Plain(fill.OrderPrice), ["orderQty"] = Plain(fill.OrderQuantity), ["leavesQty"] = Plain(fill.Leaves), ["orderType"] = fill.OrderType, ["stopOrderType"] = fill.StopOrderType.Length == 0 ? "UNKNOWN" : fill.StopOrderType,
        ["createType"] = fill.CreateType, ["execId"] = fill.Id, ["execPrice"] = Plain(fill.Price), ["execQty"] = Plain(fill.Quantity), ["execValue"] = Plain(fill.Value), ["execFee"] = Plain(fill.Fee),
        ["feeRate"] = Plain(fill.FeeRate), ["feeCurrency"] = isStream || fill.Contract.IsSpot || fill.FeeCoin != fill.Contract.SettleCoin ? fill.FeeCoin : "", ["execType"] = fill.ExecType, ["execTime"] = Text(fill.Time), ["isMaker"] = fill.IsMaker,
        ["isLeverage"] = "0", ["closedSize"] = Plain(fill.ClosedSize), ["execPnl"] = Plain(fill.Profit), ["markPrice"] = Plain(fill.Mark), ["indexPrice"] = "", ["underlyingPrice"] = "", ["blockTradeId"] = "",
        ["tradeIv"] = "", ["markIv"] = "", ["marketUnit"] = "", ["extraFees"] = "", ["seq"] = fill.Sequence,
    };

    public static JsonObject Fast(Execution fill) => new()
    {
        ["category"] = fill.Contract.Word, ["symbol"] = fill.Contract.Symbol, ["orderId"] = fill.OrderId, ["orderLinkId"] = fill.IsMaker ? "" : fill.OrderLinkId, ["side"] = fill.IsBuy ? "Buy" : "Sell",
        ["execId"] = fill.Id, ["execPrice"] = Plain(fill.Price), ["execQty"] = Plain(fill.Quantity), ["execTime"] = Text(fill.Time), ["isMaker"] = fill.IsMaker, ["seq"] = fill.Sequence,
    };

    public static JsonObject Of(PositionFigures position, bool isStream, EmulatorFaults faults)
    {
        bool isFlat = position.Quantity == 0;
        string Margin(decimal value) => faults.EmptyNumbers ? "" : Plain(Math.Round(value, 8));
        var row = new JsonObject
        {
            ["positionIdx"] = position.Index, ["tradeMode"] = position.IsIsolated ? 1 : 0, ["riskId"] = position.RiskId, ["riskLimitValue"] = Plain(position.RiskLimit), ["symbol"] = position.Contract.Symbol,
            ["side"] = position.Side, ["size"] = Plain(position.Quantity), [isStream ? "entryPrice" : "avgPrice"] = isFlat && !isStream ? "" : Plain(position.AveragePrice),
            ["positionValue"] = isFlat ? "" : Margin(position.Contract.ValueOf(position.Quantity, position.Mark)), ["leverage"] = Plain(position.Leverage), ["markPrice"] = Plain(position.Mark),
            ["liqPrice"] = position.Margin.Liquidation is { } liquidation ? Plain(liquidation) : "", ["bustPrice"] = position.Margin.Bankruptcy is { } bankruptcy ? Plain(bankruptcy) : "",
            ["breakEvenPrice"] = position.BreakEven == 0 ? "" : Plain(position.BreakEven), ["positionIM"] = Margin(position.Margin.Initial), ["positionIMByMp"] = Margin(position.Margin.Initial),
            ["positionMM"] = Margin(position.Margin.Maintenance), ["positionMMByMp"] = Margin(position.Margin.Maintenance), ["positionBalance"] = position.IsIsolated ? Margin(position.Margin.Initial) : "0",
            ["takeProfit"] = Price(position.TakeProfit), ["stopLoss"] = Price(position.StopLoss), ["trailingStop"] = Plain(position.TrailingStop), ["activePrice"] = Plain(position.ActivePrice),
            ["tpslMode"] = position.IsPartialExit ? "Partial" : "Full", ["sessionAvgPrice"] = "", ["unrealisedPnl"] = isFlat ? "" : Plain(Math.Round(position.Unrealised, 8)), ["curRealisedPnl"] = Plain(position.Realised),
            ["cumRealisedPnl"] = Plain(position.RealisedTotal), ["adlRankIndicator"] = isFlat ? 0 : 2, ["autoAddMargin"] = 0, ["positionStatus"] = "Normal", ["isReduceOnly"] = false,
            ["mmrSysUpdatedTime"] = "", ["leverageSysUpdatedTime"] = "", ["createdTime"] = Text(position.OpenedAt), ["updatedTime"] = Text(position.UpdatedAt), ["seq"] = position.Sequence,
        };
        if (isStream)
            row["category"] = position.Contract.Word;
        if (faults.MissingFields)
            row.Remove("isReduceOnly");
        return row;
    }

    /// <param name="figures">Of the account.</param>
    /// <param name="coins">Which to show; null for all.</param>
    /// <param name="faults">Whether numbers are empty.</param>
    /// <param name="isIsolated">Account rates mean nothing where each position has its own margin, and are empty.</param>
    public static JsonObject Of(AccountFigures figures, IReadOnlyCollection<string>? coins, EmulatorFaults faults, bool isIsolated)
    {
        string Number(decimal value) => faults.EmptyNumbers ? "" : Plain(Math.Round(value, 10));
        string Cross(decimal value) => isIsolated ? "" : Number(value);
        var rows = new JsonArray();
        foreach (CoinFigures coin in figures.Coins.Where(coin => coins?.Contains(coin.Coin) != false))
        {
            rows.Add(new JsonObject
            {
                ["coin"] = coin.Coin, ["equity"] = Number(coin.Equity), ["usdValue"] = Number(coin.Equity * coin.UsdPrice), ["walletBalance"] = Number(coin.Wallet), ["locked"] = Number(coin.Locked), ["bonus"] = "0",
                ["borrowAmount"] = "0", ["spotBorrow"] = "0", ["accruedInterest"] = "0", ["availableToWithdraw"] = "", ["availableToBorrow"] = "", ["spotHedgingQty"] = "0", ["totalOrderIM"] = Number(coin.OrderMargin),
                ["totalPositionIM"] = Number(coin.PositionMargin), ["totalPositionMM"] = Number(coin.Maintenance), ["unrealisedPnl"] = Number(coin.Unrealised), ["cumRealisedPnl"] = Number(coin.Realised),
                ["collateralSwitch"] = true, ["marginCollateral"] = true, ["colRes"] = "",
            });
        }

        return new JsonObject
        {
            ["accountType"] = "UNIFIED", ["totalEquity"] = Number(figures.Equity), ["totalWalletBalance"] = Number(figures.WalletBalance), ["totalPerpUPL"] = Number(figures.Unrealised),
            ["totalMarginBalance"] = Cross(figures.MarginBalance), ["totalInitialMargin"] = Cross(figures.InitialMargin), ["totalMaintenanceMargin"] = Cross(figures.MaintenanceMargin),
            ["totalAvailableBalance"] = Cross(figures.Available), ["accountIMRate"] = Cross(figures.InitialRate), ["accountMMRate"] = Cross(figures.MaintenanceRate), ["accountLTV"] = "0", ["coin"] = rows,
        };
    }

    public static JsonObject Of(CashFlow flow) => new()
    {
        ["id"] = flow.Id, ["symbol"] = flow.Contract?.Symbol ?? "", ["category"] = flow.Contract?.Word ?? "", ["side"] = flow.Side, ["transactionTime"] = Text(flow.Time), ["type"] = flow.Type, ["qty"] = Plain(flow.Quantity),
        ["size"] = Plain(flow.Size), ["currency"] = flow.Coin, ["tradePrice"] = Plain(flow.Price), ["funding"] = flow.Funding == 0 ? "" : Plain(flow.Funding), ["fee"] = Plain(flow.Fee), ["feeRate"] = Plain(flow.FeeRate),
        ["cashFlow"] = Plain(flow.Cash), ["change"] = Plain(flow.Change), ["cashBalance"] = Plain(flow.Balance), ["bonusChange"] = "", ["tradeId"] = flow.TradeId, ["orderId"] = flow.OrderId, ["orderLinkId"] = flow.OrderLinkId,
    };

    public static JsonObject ClosedProfit(Order order, decimal leverage) => new()
    {
        ["symbol"] = order.Contract.Symbol, ["orderId"] = order.Id, ["orderType"] = order.IsMarket ? "Market" : "Limit", ["side"] = order.IsBuy ? "Buy" : "Sell",
        ["execType"] = order.CreateType.Contains("TakeOver", StringComparison.Ordinal) ? "BustTrade" : order.CreateType.Contains("Adl", StringComparison.Ordinal) ? "AdlTrade" : "Trade",
        ["qty"] = Plain(order.Quantity), ["orderPrice"] = Plain(order.Price), ["leverage"] = Plain(leverage), ["closedSize"] = Plain(order.ClosedQuantity), ["closedPnl"] = Plain(order.ClosedProfit),
        ["avgEntryPrice"] = Plain(Math.Round(order.Contract.PriceOf(order.ClosedQuantity, order.ClosedEntryValue), 8)), ["avgExitPrice"] = Plain(Math.Round(order.Contract.PriceOf(order.ClosedQuantity, order.ClosedExitValue), 8)),
        ["cumEntryValue"] = Plain(order.ClosedEntryValue), ["cumExitValue"] = Plain(order.ClosedExitValue), ["fillCount"] = Text(order.Fills), ["createdTime"] = Text(order.CreatedTime), ["updatedTime"] = Text(order.UpdatedTime),
    };

    private static string Price(decimal? price) => price is > 0 ? Plain(price.Value) : "";

    private static string ModeOf(Order order) => !order.IsExit ? "" : order.StopOrderType.StartsWith("Partial", StringComparison.Ordinal) ? "Partial" : "Full";
}
