using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Trading;
using TradeBot.Trading.Performance;

namespace TradeBot.Reporting;

/// <summary>The report on a backtest, for readers who do not see the code.</summary>
/// <remarks>
/// First the verdict, then six figures with their periods, each with its limitations, then the equity curve. After that what
/// was tested, on which data, after how many trials, whether the holdout was opened, how much is ambiguous inside candles and
/// what was refused. Hashes are at the end. Every figure is from the result; nothing is computed here.
/// </remarks>
public static class BacktestReport
{
    private const int ShownTrades = 10, ShownReasons = 10;

    /// <summary>The whole report.</summary>
    /// <param name="result">The run.</param>
    /// <param name="verdict">The verdict of the study in which the strategy was chosen; null for none.</param>
    public static Report Create(BacktestResult result, StudyVerdict? verdict = null) =>
        Create(BacktestRecord.Of(result), new SearchHistory { Verdict = verdict });

    /// <summary>The whole report, of a run or of its saved files.</summary>
    /// <param name="result">The run.</param>
    /// <param name="search">The search that it came from; null when unknown.</param>
    public static Report Create(BacktestRecord result, SearchHistory? search = null) => Details(Opening(result, search), result, search);

    /// <summary>Verdict, figures, equity chart and conditions, for a notebook cell.</summary>
    /// <param name="result">The run.</param>
    /// <param name="verdict">The verdict of the study in which the strategy was chosen; null for none.</param>
    public static Report Summary(BacktestResult result, StudyVerdict? verdict = null) =>
        Summary(BacktestRecord.Of(result), new SearchHistory { Verdict = verdict });

    /// <summary>Verdict, figures, equity chart and conditions, of a run or of its saved files.</summary>
    /// <param name="result">The run.</param>
    /// <param name="search">The search that it came from; null when unknown.</param>
    public static Report Summary(BacktestRecord result, SearchHistory? search = null) => Feet(Conditions(Opening(result, search), result, search), result);

    /// <summary>The run of a study's best trial, as part of the study's report, which already has its verdict and equity.</summary>
    internal static Report OfBest(BacktestRecord result, SearchHistory search) =>
        Details(Figures(Report.Titled($"Backtest: {result.Strategy}"), result, search, FigureNotes.Of(result)), result, search);

    private static Report Opening(BacktestRecord result, SearchHistory? search)
    {
        ArgumentNullException.ThrowIfNull(result);
        search ??= SearchHistory.Unknown;
        var notes = FigureNotes.Of(result);
        Report report = BacktestVerdict.Add(Report.Titled($"Backtest: {result.Strategy}"), result, notes, search.Verdict);
        return Figures(report, result, search, notes).Chart(BacktestCharts.Equity(result));
    }

    private static Report Details(Report report, BacktestRecord result, SearchHistory? search) =>
        Manifest(FigureTable(Costs(Trades(Declines(Months(Conditions(report, result, search), result), result), result), result), result), result);

    internal static string Describe(DataManifest data)
    {
        string gaps = data.Gaps == 0
            ? "no gaps"
            : $"{Wording.Count(data.Gaps, "gap")} ({Wording.Count(data.MissingCandles, "candle")} missing)";
        return FormattableString.Invariant($"{Period(data)}, {Wording.Count(data.Candles, "candle")}, {gaps}");
    }

    /// <summary>The hashes of inputs and result.</summary>
    internal static Report Feet(Report report, BacktestRecord result) => DataFeet(report, result.Manifest.Data).Foot("Result, SHA-256", result.Manifest.ResultHash);

    internal static Report DataFeet(Report report, IEnumerable<DataManifest> data) =>
        data.Aggregate(report, (longer, one) => longer.Foot($"{one.Symbol} {one.Timeframe}, SHA-256", one.ContentHash));

    private static string Period(DataManifest data) => FormattableString.Invariant($"{data.From:yyyy-MM-dd} to {data.To:yyyy-MM-dd}");

    private static Report Figures(Report report, BacktestRecord result, SearchHistory search, FigureNotes notes)
    {
        string period = result.Manifest.Data.Count == 0 ? "" : Period(result.Manifest.Data[0]) + "; ";
        report = report
            .Fact("Return after costs", Percent(result["Total return"]), $"{period}buy and hold {Percent(result["Buy and hold"])}", Tone(result["Total return"]))
            .Fact("Sharpe ratio, annualised", Ratio(result["Sharpe ratio"]), Noted("after costs, risk-free rate 0", notes, result, "Sharpe ratio"))
            .Fact("Maximum drawdown", Percent(result["Maximum drawdown"]), $"longest {ValueFormat.Significant(3).Format(result["Longest drawdown"])} days");
        return Luck(report, result, search, notes)
            .Fact("Trades", ValueFormat.Integer.Format(result.Trades.Count), Won(result, notes))
            .Fact("Costs paid", Money(result.Costs.Total), $"{CostsByKind(result.Costs)}, on {Money(result.Costs.Turnover)} traded");
    }

    private static string Won(BacktestRecord result, FigureNotes notes) => Noted(
        result.Trades.Count == 0 ? "" : $"{Percent(result["Win rate"])} won", notes, result, "Win rate");

    // The usual note on a figure, and why it is undefined or how few values it is computed from.
    private static string Noted(string text, FigureNotes notes, BacktestRecord result, string figure)
    {
        string note = notes.Of(result.Figures.Named(figure));
        return note.Length == 0 ? text : text.Length == 0 ? note : $"{text}; {note}";
    }

    private static Report Conditions(Report report, BacktestRecord result, SearchHistory? search)
    {
        search ??= SearchHistory.Unknown;
        report = report.Section("How it was tested")
            .Fact("Tested", result.Strategy, $"{Money(result.Terms.Cash)} of cash, taker fee {ValueFormat.BasisPoints().Format(result.Terms.Fees.Taker)}, slippage {result.Terms.Slippage}");
        foreach (DataManifest data in result.Manifest.Data)
            report = report.Fact("Data", $"{data.Symbol} {data.Timeframe}", Describe(data));
        return Warnings(Trust(SearchHistory.AddHoldout(Trials(report, search), search.HoldoutOpenings), result), result);
    }

    internal static string CostsByKind(Costs costs)
    {
        (string Name, decimal Amount)[] rare = [("funding", costs.Funding), ("borrowing", costs.Borrowing)];
        return string.Join(", ", [
            $"fees {Money(costs.Fees)}", $"slippage {Money(costs.Slippage)}",
            .. rare.Where(c => c.Amount != 0).Select(c => $"{c.Name} {Money(c.Amount)}")]);
    }

    /// <summary>Ambiguous exits, refusals and liquidations.</summary>
    private static Report Trust(Report report, BacktestRecord result)
    {
        AmbiguityBounds bounds = result.Ambiguity;
        double cash = result.Equity.Initial;
        report = bounds.Exits.Count == 0
            ? report.Fact("Ambiguous exits", "none", "no candle had two exits whose order is unknown")
            : report.Fact(
                "Ambiguous exits", ValueFormat.Integer.Format(bounds.Exits.Count),
                $"the data does not say which of two exits in one candle came first: return {Percent(bounds.PessimisticFinal / cash - 1)} in the worst case, {Percent(bounds.OptimisticFinal / cash - 1)} in the best",
                Math.Sign(bounds.PessimisticFinal - cash) == Math.Sign(bounds.OptimisticFinal - cash) ? FactTone.Neutral : FactTone.Bad);
        report = result.Refusals.Count == 0
            ? report.Fact("Refused", "none", "every order passed the limits and the exchange's rules")
            : report.Fact("Refused", Wording.Count(result.Refusals.Count, "time"), $"first: {result.Refusals[0].Reason}", FactTone.Bad);
        return result.Liquidations == 0
            ? report
            : report.Fact("Liquidated", Wording.Count(result.Liquidations, "position"), "closed by the exchange because there was not enough margin", FactTone.Bad);
    }

    private static Report Luck(Report report, BacktestRecord result, SearchHistory search, FigureNotes notes)
    {
        if (search.Verdict is StudyVerdict verdict)
            return report.Fact("Better than luck", Percent(verdict.DeflatedProbability), VerdictReport.ProbabilityNote(verdict), VerdictReport.Tone(verdict.Assessment));

        double probability = result["Probabilistic Sharpe ratio"], days = result["Minimum track record"];
        string needed = double.IsFinite(days) ? $"; 95% would need {ValueFormat.Significant(3).Format(days)} days of such a record" : "";
        return report.Fact(
            "Better than chance", Percent(probability),
            Noted("probability that the true Sharpe ratio is above 0, if this was the only trial" + needed, notes, result, "Probabilistic Sharpe ratio"), Sure(probability));
    }

    private static Report Trials(Report report, SearchHistory search) => search switch
    {
        { Verdict: StudyVerdict verdict } => VerdictReport.Trials(report, verdict, search.TrialsInStudy),
        { TrialsOnData: int count } => report.Fact("Trials counted", ValueFormat.Integer.Format(count), "different trials on the same data, in the ledger; those made elsewhere are not counted", count > 1 ? FactTone.Bad : FactTone.Neutral),
        _ => report.Fact("Trials counted", "unknown", "no study and no ledger was given: trials made elsewhere are not counted", FactTone.Bad),
    };

    private static Report Warnings(Report report, BacktestRecord result)
    {
        foreach (string warning in WarningsOf(result))
            report = report.Warning(warning);
        return report;
    }

    private static IEnumerable<string> WarningsOf(BacktestRecord result)
    {
        if (result.Terms.Fees.Taker == 0)
            yield return "No fee was charged.";
        if (result.Terms.Slippage == Slippage.None)
            yield return "No slippage was charged: every order filled at the open itself.";
        if (result.Trades.Any(t => t.IsOpen))
            yield return "A position was still open at the end; it counts at the last close, without the cost of closing it.";
        if (result.Refusals.Count > 0)
            yield return $"Refused: {Wording.Count(result.Refusals.Count, "order")}; the report lists the reasons.";
        foreach (DataManifest data in result.Manifest.Data.Where(d => d.Gaps > 0))
            yield return $"{data.Symbol} {data.Timeframe} lacks {Wording.Count(data.MissingCandles, "candle")} in {Wording.Count(data.Gaps, "gap")}; nothing fills inside a gap.";
        foreach (CandleSeries series in result.Series.Where(s => s.HasSynthetic))
            yield return $"{series.Symbol} {series.Timeframe} has {Wording.Count(series.Synthetic.Count(true), "candle")} that a repair filled in.";
    }

    private static Report Months(Report report, BacktestRecord result) =>
        report.Section("Months").Table(PerformanceReport.Months(result.Months)).Chart(BacktestCharts.Calendar(result));

    private static Report Declines(Report report, BacktestRecord result) =>
        result["Maximum drawdown"] < 0 ? report.Section("Drawdowns").Chart(BacktestCharts.Declines(result)).Table(BacktestCharts.DeclineTable(result)) : report;

    private static Report FigureTable(Report report, BacktestRecord result) => report.Section("Figures")
        .Table(PerformanceReport.Figures(result.Figures, FigureNotes.Of(result)))
        .Chart(BacktestCharts.Returns(result));

    private static Report Trades(Report report, BacktestRecord result)
    {
        report = report.Section("Trades");
        if (result.Trades.Count == 0)
        {
            report = report.Prose("There was no trade.");
            foreach (string reason in result.NoTradeReasons)
                report = report.Prose(reason);
            return Refusals(report, result);
        }

        report = report.Chart(BacktestCharts.TradeReturns(result)).Chart(BacktestCharts.Excursions(result))
            .Table(ExitTable(result.Trades))
            .Table(TradeTable(result.Trades.OrderBy(t => t.Return).ThenBy(t => t.EntryTime)).Head(ShownTrades).WithCaption("The worst trades"))
            .FoldedTable("The first trades", TradeTable(result.Trades).Head(ShownTrades));
        return Refusals(report, result);
    }

    private static Table ExitTable(IReadOnlyList<Trade> trades) => Table.Of(trades.GroupBy(t => t.ExitReason).OrderByDescending(g => g.Count()).ThenBy(g => g.Key))
        .Column("Exit", g => NameOf(g.Key))
        .Column("Trades", g => g.Count())
        .Column("Won", g => (double)g.Count(t => t.Profit > 0) / g.Count(), ValueFormat.Percent())
        .Column("Average return", g => g.Average(t => t.Return), ValueFormat.Percent())
        .Column("Profit", g => g.Sum(t => t.Profit), ValueFormat.Number(2))
        .Build().WithCaption("Trades by reason of exit");

    private static string NameOf(ExitReason? reason) => reason switch
    {
        ExitReason.Target => "take-profit",
        ExitReason.Trailing => "trailing stop",
        ExitReason.Time => "time stop",
        ExitReason.Limit => "risk limit",
        ExitReason.End => "end of data",
        { } other => other.ToString().ToLowerInvariant(),
        null => "not recorded",
    };

    private static Table TradeTable(IEnumerable<Trade> trades) => Table.Of(trades)
        .Column("Symbol", t => t.Symbol)
        .Column("Side", t => (t.IsLong ? "long" : "short") + (t.IsOpen ? ", still open" : t.IsLiquidated ? ", liquidated" : ""))
        .Column("Entry", t => t.EntryTime, unit: "UTC")
        .Column("Exit", t => t.ExitTime, unit: "UTC")
        .Column("Exit reason", t => NameOf(t.ExitReason))
        .Column("Quantity", t => t.Quantity, ValueFormat.Significant(6))
        .Column("Entry price", t => t.EntryPrice, ValueFormat.Significant(8))
        .Column("Exit price", t => t.ExitPrice, ValueFormat.Significant(8))
        .Column("Fees", t => t.Fees, ValueFormat.Number(2))
        .Column("Profit", t => t.Profit, ValueFormat.Number(2))
        .Column("Return", t => t.Return, ValueFormat.Percent())
        .Column("Adverse excursion", t => t.AdverseExcursion, ValueFormat.Percent())
        .Column("Favourable excursion", t => t.FavourableExcursion, ValueFormat.Percent())
        .Column("Held", t => t.Duration)
        .Build();

    private static Report Refusals(Report report, BacktestRecord result)
    {
        if (result.Refusals.Count == 0)
            return report;

        Table reasons = Table.Of(result.Refusals.GroupBy(r => (r.Symbol, r.Reason)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key))
            .Column("Symbol", g => g.Key.Symbol)
            .Column("Reason", g => g.Key.Reason)
            .Column("Orders", g => g.Count())
            .Column("First", g => g.First().Time, unit: "UTC")
            .Build();
        return report.Subsection("Refused orders").Table(reasons.Head(ShownReasons));
    }

    private static Report Costs(Report report, BacktestRecord result) =>
        report.Section("Costs").Table(CostsReport.Of(result.Costs, result.Terms.Cash));

    private static Report Manifest(Report report, BacktestRecord result) => report.Append(ManifestReport.Create(result.Manifest));

    private static FactTone Sure(double probability) => probability >= StudyVerdict.UnlikelyFrom ? FactTone.Good : FactTone.Bad;

    private static FactTone Tone(double value) => value > 0 ? FactTone.Good : FactTone.Bad;

    private static string Percent(double value) => ValueFormat.Percent().Format(value);

    private static string Ratio(double value) => ValueFormat.Number(2).Format(value);

    private static string Money(decimal value) => ValueFormat.Number(2).Format(value);
}
