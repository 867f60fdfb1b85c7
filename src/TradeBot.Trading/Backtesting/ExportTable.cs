using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>A part of a result as rows of plain values: text, numbers, times and truth values.</summary>
/// <param name="Name">What it holds; the name of its file.</param>
/// <param name="Columns">Names in lower case, words joined by an underscore.</param>
/// <param name="Rows">One value per column; null where there is none.</param>
internal sealed record ExportTable(string Name, string[] Columns, IEnumerable<object?[]> Rows)
{
    private const string NoTradesName = "no_trade_reasons";

    /// <summary>Everything that a result holds, in reading order.</summary>
    public static IEnumerable<ExportTable> Of(BacktestResult result) =>
    [
        Figures(result), Months(result), Trades(result), Orders(result), Fills(result), Funding(result), Borrowing(result),
        Liquidations(result), Refusals(result), NoTrades(result), Ambiguity(result), Bounds(result), Equity(result),
    ];

    private static ExportTable Figures(BacktestResult result) => new(
        "figures", ["name", "value", "unit", "definition", "source", "reason"],
        result.Performance.Figures.Select(f => (object?[])[f.Name, f.Value, Word(f.Unit), f.Definition, f.Source, f.Reason]));

    private static ExportTable Months(BacktestResult result) => new(
        "months", ["year", "month", "return"],
        result.Performance.Months.Select(m => (object?[])[m.Year, m.Month, m.Return]));

    private static ExportTable Trades(BacktestResult result) => new(
        "trades",
        ["symbol", "side", "entry_time", "exit_time", "quantity", "entry_price", "exit_price", "fees", "profit", "return", "adverse_excursion", "favourable_excursion", "open", "liquidated", "exit_reason"],
        result.Trades.Select(t => (object?[])
        [
            t.Symbol, t.IsLong ? "long" : "short", t.EntryTime, t.ExitTime, t.Quantity, t.EntryPrice, t.ExitPrice, t.Fees, t.Profit, t.Return,
            t.AdverseExcursion, t.FavourableExcursion, t.IsOpen, t.IsLiquidated, t.ExitReason is { } reason ? Word(reason) : null,
        ]));

    private static ExportTable Orders(BacktestResult result) => new(
        "orders",
        ["id", "symbol", "side", "type", "quantity", "remaining", "limit_price", "stop_price", "time_in_force", "post_only", "reduce_only", "exit", "state", "created", "ended", "reason"],
        result.Orders.Select(o => (object?[])
        [
            o.Id, o.Symbol, Word(o.Side), Word(o.Type), o.Quantity, o.Remaining, o.LimitPrice, o.StopPrice, Word(o.TimeInForce), o.PostOnly, o.ReduceOnly,
            Word(o.Exit), Word(o.State), o.CreatedAt, o.EndedAt, o.Reason,
        ]));

    private static ExportTable Fills(BacktestResult result) => new(
        "fills", ["time", "symbol", "side", "quantity", "price", "fee", "slippage", "order", "maker", "kind", "exit_reason"],
        result.Fills.Select(f => (object?[])[f.Time, f.Symbol, Word(f.Side), f.Quantity, f.Price, f.Fee, f.Slippage, f.Order, f.IsMaker, Word(f.Kind), f.Exit is { } reason ? Word(reason) : null]));

    private static ExportTable Funding(BacktestResult result) => new(
        "funding", ["time", "symbol", "amount"],
        result.Funding.Select(f => (object?[])[f.Time, f.Symbol, f.Amount]));

    private static ExportTable Borrowing(BacktestResult result) => new(
        "borrowing", ["time", "symbol", "amount"],
        result.Borrowing.Select(b => (object?[])[b.Time, b.Symbol, b.Amount]));

    private static ExportTable Liquidations(BacktestResult result) => new(
        "liquidations", ["time", "symbol", "quantity", "price", "fee", "equity", "maintenance_margin", "order"],
        result.Liquidations.Select(l => (object?[])[l.Time, l.Symbol, l.Quantity, l.Price, l.Fee, l.Equity, l.MaintenanceMargin, l.Order]));

    private static ExportTable Refusals(BacktestResult result) => new(
        "refusals", ["time", "symbol", "reason"],
        result.Refusals.Select(r => (object?[])[r.Time, r.Symbol, r.Reason]));

    private static ExportTable NoTrades(BacktestResult result) => new(
        NoTradesName, ["reason"], result.NoTradeReasons.Select(r => (object?[])[r]));

    private static ExportTable Ambiguity(BacktestResult result) => new(
        "ambiguity", ["time", "symbol", "chosen", "pessimistic", "optimistic"],
        result.Ambiguity.Exits.Select(e => (object?[])[e.Time, e.Symbol, e.Chosen, e.Pessimistic, e.Optimistic]));

    private static ExportTable Bounds(BacktestResult result) => new(
        "bounds", ["path", "final_equity"],
        [["chosen", result.Equity.Final], ["pessimistic", result.Ambiguity.PessimisticFinal], ["optimistic", result.Ambiguity.OptimisticFinal]]);

    private static ExportTable Equity(BacktestResult result)
    {
        EquityCurve equity = result.Equity;
        double[] drawdowns = equity.Drawdowns();
        return new ExportTable(
            "equity", ["timestamp", "equity", "exposure", "drawdown"],
            Enumerable.Range(0, equity.Count).Select(i => (object?[])[equity.Times[i], equity.Values[i], equity.Exposure[i], drawdowns[i]]));
    }

    /// <summary>The name of a value in lower case, words joined by an underscore.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
