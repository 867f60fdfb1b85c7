using TradeBot.MarketData;
using TradeBot.Optimization.Overfitting;
using TradeBot.Trading;
using TradeBot.Trading.Performance;

namespace TradeBot.Reporting;

/// <summary>The report on a backtest, made to be read by someone who never opens the code.</summary>
/// <remarks>
/// The first screen says what was tested, on which data, what trading cost, how many trials stand behind it and how likely
/// the result is luck, whether the holdout was opened, how much is a guess about what happened inside candles, and what was refused. Every figure comes from the result; nothing is measured here.
/// </remarks>
public static class BacktestReport
{
    private const int FewTrades = 30, ShownTrades = 10, ShownReasons = 10;

    /// <summary>The whole report.</summary>
    /// <param name="result">The run.</param>
    /// <param name="verdict">The verdict of the study that the strategy was chosen in; null when there was none.</param>
    public static Report Create(BacktestResult result, StudyVerdict? verdict = null) =>
        Create(BacktestRecord.Of(result), new SearchHistory { Verdict = verdict });

    /// <summary>The whole report, of a run or of the files that it was saved to.</summary>
    /// <param name="result">The run.</param>
    /// <param name="search">What is known of the search that it came from; null for nothing.</param>
    public static Report Create(BacktestRecord result, SearchHistory? search = null) =>
        Manifest(Figures(Costs(Trades(Months(Declines(Summary(result, search), result), result), result), result), result), result);

    /// <summary>The first screen and the equity chart, for a notebook cell.</summary>
    /// <param name="result">The run.</param>
    /// <param name="verdict">The verdict of the study that the strategy was chosen in; null when there was none.</param>
    public static Report Summary(BacktestResult result, StudyVerdict? verdict = null) =>
        Summary(BacktestRecord.Of(result), new SearchHistory { Verdict = verdict });

    /// <summary>The first screen and the equity chart, of a run or of the files that it was saved to.</summary>
    /// <param name="result">The run.</param>
    /// <param name="search">What is known of the search that it came from; null for nothing.</param>
    public static Report Summary(BacktestRecord result, SearchHistory? search = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        search ??= SearchHistory.Unknown;
        Report report = Report.Titled($"Backtest: {result.Strategy}").Fact("Tested", result.Strategy, Conditions(result));
        foreach (DataManifest data in result.Manifest.Data)
            report = report.Fact("Data", $"{data.Symbol} {data.Timeframe}", Describe(data));

        report = Trust(SearchHistory.AddHoldout(Luck(Outcome(report, result), result, search), search.HoldoutOpenings), result);
        if (search.Verdict is StudyVerdict verdict)
            report = report.Prose(verdict.Sentence);
        return Warnings(report, result).Chart(BacktestCharts.Equity(result));
    }

    private static string Conditions(BacktestRecord result) =>
        $"{Money(result.Cash)} of cash, taker fee {ValueFormat.BasisPoints().Format(result.TakerFee)}, slippage {result.Slippage}";

    internal static string Describe(DataManifest data)
    {
        string gaps = data.Gaps == 0
            ? "no gaps"
            : $"{Wording.Count(data.Gaps, "gap")} ({Wording.Count(data.MissingCandles, "candle")} missing)";
        return FormattableString.Invariant($"{data.From:yyyy-MM-dd} to {data.To:yyyy-MM-dd}, {Wording.Count(data.Candles, "candle")}, {gaps}, SHA-256 {data.ContentHash[..12]}…");
    }

    private static Report Outcome(Report report, BacktestRecord result)
    {
        return report
            .Fact("Return after costs", Percent(result["Total return"]), $"buy and hold {Percent(result["Buy and hold"])}", Tone(result["Total return"]))
            .Fact("Costs paid", Money(result.Costs.Total), $"{CostsByKind(result.Costs)}, on {Money(result.Costs.Turnover)} traded")
            .Fact("Maximum drawdown", Percent(result["Maximum drawdown"]), $"longest {ValueFormat.Significant(3).Format(result["Longest drawdown"])} days")
            .Fact("Sharpe ratio", Ratio(result["Sharpe ratio"]), "annualised, after costs")
            .Fact("Trades", ValueFormat.Integer.Format(result.Trades.Count), $"{Percent(result["Win rate"])} won");
    }

    internal static string CostsByKind(Costs costs)
    {
        (string Name, decimal Amount)[] rare = [("funding", costs.Funding), ("borrowing", costs.Borrowing)];
        return string.Join(", ", [
            $"fees {Money(costs.Fees)}", $"slippage {Money(costs.Slippage)}",
            .. rare.Where(c => c.Amount != 0).Select(c => $"{c.Name} {Money(c.Amount)}")]);
    }

    /// <summary>How much of the result is a guess, and what did not happen as the strategy wished.</summary>
    private static Report Trust(Report report, BacktestRecord result)
    {
        AmbiguityBounds bounds = result.Ambiguity;
        double cash = result.Equity.Initial;
        report = bounds.Exits.Count == 0
            ? report.Fact("Guessed exits", "none", "no candle held two exits of which either could have come first")
            : report.Fact(
                "Guessed exits", ValueFormat.Integer.Format(bounds.Exits.Count),
                $"which of two exits in one candle came first is not in the data: return {Percent(bounds.PessimisticFinal / cash - 1)} on the harshest path, {Percent(bounds.OptimisticFinal / cash - 1)} on the kindest",
                Math.Sign(bounds.PessimisticFinal - cash) == Math.Sign(bounds.OptimisticFinal - cash) ? FactTone.Neutral : FactTone.Bad);
        report = result.Refusals.Count == 0
            ? report.Fact("Refused", "none", "every order passed the limits and the exchange's rules")
            : report.Fact("Refused", Wording.Count(result.Refusals.Count, "time"), $"first: {result.Refusals[0].Reason}", FactTone.Bad);
        return result.Liquidations == 0
            ? report
            : report.Fact("Liquidated", Wording.Count(result.Liquidations, "position"), "closed by the exchange for want of margin", FactTone.Bad);
    }

    private static Report Luck(Report report, BacktestRecord result, SearchHistory search)
    {
        if (search.Verdict is not StudyVerdict verdict)
            return Chance(Trials(report, search.TrialsOnData), result);

        string overfitting = verdict.Overfitting is BacktestOverfitting known ? $"; probability of overfitting {Percent(known.Probability)}" : "";
        return report
            .Fact("Trials behind it", ValueFormat.Integer.Format(verdict.Trials), $"worth about {ValueFormat.Significant(3).Format(verdict.EffectiveTrials)} independent ones")
            .Fact("Better than luck", Percent(verdict.DeflatedProbability), "deflated Sharpe probability over all trials" + overfitting, VerdictReport.Tone(verdict.Assessment));
    }

    private static Report Trials(Report report, int? onLedger) => onLedger is int count
        ? report.Fact("Trials behind it", $"{ValueFormat.Integer.Format(count)} on the ledger", "different trials on the same data; tries made elsewhere are not counted", count > 1 ? FactTone.Bad : FactTone.Neutral)
        : report.Fact("Trials behind it", "unknown", "no study was given: tries made elsewhere are not counted", FactTone.Bad);

    private static Report Chance(Report report, BacktestRecord result)
    {
        double probability = result["Probabilistic Sharpe ratio"], days = result["Minimum track record"];
        string needed = double.IsFinite(days) ? $"; 95% would need {ValueFormat.Significant(3).Format(days)} days of such a record" : "";
        return report.Fact("Better than chance", Percent(probability), "probability that the true Sharpe ratio is above 0, if this was the only trial" + needed, Sure(probability));
    }

    private static Report Warnings(Report report, BacktestRecord result)
    {
        foreach (string warning in WarningsOf(result))
            report = report.Warning(warning);
        return report;
    }

    private static IEnumerable<string> WarningsOf(BacktestRecord result)
    {
        if (result.TakerFee == 0)
            yield return "No fee was charged.";
        if (result.Slippage == Slippage.None.ToString())
            yield return "No slippage was charged: every order filled at the open itself.";
        if (result.Trades.Count < FewTrades)
            yield return $"The figures rest on only {Wording.Count(result.Trades.Count, "trade")}: they say little.";
        if (result.Trades.Any(t => t.IsOpen))
            yield return "A position was still open at the end; it counts at the last close, without the cost of closing it.";
        if (result.Refusals.Count > 0)
            yield return $"Refused: {Wording.Count(result.Refusals.Count, "order")}; the report lists the reasons.";
        foreach (DataManifest data in result.Manifest.Data.Where(d => d.Gaps > 0))
            yield return $"{data.Symbol} {data.Timeframe} lacks {Wording.Count(data.MissingCandles, "candle")} in {Wording.Count(data.Gaps, "gap")}; nothing fills inside a gap.";
        foreach (CandleSeries series in result.Series.Where(s => s.HasSynthetic))
            yield return $"{series.Symbol} {series.Timeframe} holds {Wording.Count(series.Synthetic.Count(true), "candle")} that a repair made up.";
    }

    private static Report Months(Report report, BacktestRecord result) =>
        report.Section("Months").Table(PerformanceReport.Months(result.Months)).Chart(BacktestCharts.Calendar(result));

    private static Report Declines(Report report, BacktestRecord result) =>
        result["Maximum drawdown"] < 0 ? report.Chart(BacktestCharts.Declines(result)) : report;

    private static Report Figures(Report report, BacktestRecord result) => report.Section("Figures")
        .Table(PerformanceReport.Figures(result.Figures))
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
        .Column("Worst against", t => t.AdverseExcursion, ValueFormat.Percent())
        .Column("Best for", t => t.FavourableExcursion, ValueFormat.Percent())
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
        report.Section("Costs").Table(CostsReport.Of(result.Costs, result.Cash));

    private static Report Manifest(Report report, BacktestRecord result) => report.Append(ManifestReport.Create(result.Manifest));

    private static FactTone Sure(double probability) => probability >= StudyVerdict.UnlikelyFrom ? FactTone.Good : FactTone.Bad;

    private static FactTone Tone(double value) => value > 0 ? FactTone.Good : FactTone.Bad;

    private static string Percent(double value) => ValueFormat.Percent().Format(value);

    private static string Ratio(double value) => ValueFormat.Number(2).Format(value);

    private static string Money(decimal value) => ValueFormat.Number(2).Format(value);
}
