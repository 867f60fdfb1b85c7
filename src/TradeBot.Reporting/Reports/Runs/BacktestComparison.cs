using System.Globalization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>A comparison of two backtests: the differences of their conditions and figures.</summary>
public static class BacktestComparison
{
    private const string NoMonth = "the run has no candle in that month";

    /// <summary>A report on two runs.</summary>
    /// <param name="before">The baseline run.</param>
    /// <param name="after">The other run.</param>
    /// <param name="names">Names of the two; null for their strategies, or A and B where these are the same.</param>
    /// <param name="search">The search that they came from; null when unknown.</param>
    public static Report Create(BacktestRecord before, BacktestRecord after, (string Before, string After)? names = null, SearchHistory? search = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        (string a, string b) = names ?? (before.Strategy == after.Strategy ? ("A", "B") : (before.Strategy, after.Strategy));
        (string Name, string Before, string After)[] conditions = [.. Conditions(before, after)];
        Moved[] moved = [.. Figures(before, after)];
        Report report = First(Report.Titled($"Comparison: {a} and {b}"), before, after, (a, b), conditions);
        search ??= SearchHistory.Unknown;
        report = report.Chart(Equity(before, after, (a, b)));
        report = report.Section("Conditions");
        foreach (DataManifest data in before.Manifest.Data)
            report = report.Fact("Data", $"{data.Symbol} {data.Timeframe}", BacktestReport.Describe(data));
        report = search.TrialsOnData is int trials
            ? report.Fact("Trials counted", ValueFormat.Integer.Format(trials), "different trials on the same data, in the ledger; choosing one of two adds a trial")
            : report.Fact("Trials counted", "unknown", "choosing the better of two adds a trial");
        report = SearchHistory.AddHoldout(report, search.HoldoutOpenings);
        report = conditions.Length == 0
            ? report.Prose("Strategy, conditions and data are the same.")
            : report.Table(Table.Of(conditions).Column("What", c => c.Name).Column(a, c => c.Before).Column(b, c => c.After).Build().WithCaption("What differs"));
        report = report.Section("Figures");
        report = moved.Length == 0 ? report.Prose("Every figure is the same.") : report.Table(MovedTable(moved, (a, b), before, after));
        return report
            .FoldedTable("Every figure", AllTable(before, after, (a, b)))
            .Section("Months").Table(Months(before, after, (a, b)))
            .Charts(ChartGrid.Of([Returns(before, a), Returns(after, b)], columns: 2).WithTitle("Distribution of returns"))
            .FoldedTable($"Manifest of {a}", ManifestReport.Of(before.Manifest))
            .FoldedTable($"Manifest of {b}", ManifestReport.Of(after.Manifest));
    }

    private static Report First(
        Report report, BacktestRecord before, BacktestRecord after, (string A, string B) names, (string Name, string Before, string After)[] conditions)
    {
        FigureNotes notes = FigureNotes.Of(before), others = FigureNotes.Of(after);
        FigureNotes shorter = others.Returns < notes.Returns ? others : notes;
        string rough = shorter.Caution("Sharpe ratio");
        return report
            .Headline(Sentence(before, after, names, conditions), SameData(before, after) ? FactTone.Neutral : FactTone.Bad)
            .Fact("What differs", conditions.Length == 0 ? "nothing" : string.Join(", ", conditions.Select(c => c.Name).Take(4)), "in strategy, conditions and data", conditions.Length > 1 ? FactTone.Bad : FactTone.Neutral)
            .Fact("Return after costs", Both(before, after, "Total return"), Step(before, after, "Total return"))
            .Fact("Sharpe ratio, annualised", Both(before, after, "Sharpe ratio"), string.Join("; ", ((string[])["after costs", rough]).Where(part => part.Length > 0)))
            .Fact("Better than chance", Both(before, after, "Probabilistic Sharpe ratio"), "probability that the true Sharpe ratio is above 0, each taken as the only trial")
            .Fact("Trades", Both(before, after, "Trades"), Step(before, after, "Trades"))
            .Fact("Costs paid", $"{Money(before.Costs.Total)} → {Money(after.Costs.Total)}", $"{BacktestReport.CostsByKind(before.Costs)} → {BacktestReport.CostsByKind(after.Costs)}");
    }

    private static string Sentence(BacktestRecord before, BacktestRecord after, (string A, string B) names, (string Name, string Before, string After)[] conditions)
    {
        if (!SameData(before, after))
            return "The two runs have different candles: their figures cannot be compared.";
        if (before.Manifest.ResultHash == after.Manifest.ResultHash)
            return "Both runs gave the same result, bit-identical.";

        double change = after["Total return"] - before["Total return"];
        string more = change == 0 ? "the same as" : $"{ValueFormat.Number(2).Format(100 * Math.Abs(change))} percentage points {(change > 0 ? "more" : "less")} than";
        string because = conditions.Length == 0 ? " Strategy, conditions and data do not differ."
            : conditions.Length == 1 ? $" Only one thing differs: {conditions[0].Name}."
            : $" {Wording.Count(conditions.Length, "thing")} differ.";
        return $"After costs {names.B} returned {more} {names.A}.{because}";
    }

    private static Chart Equity(BacktestRecord before, BacktestRecord after, (string A, string B) names) => Chart
        .Line(before.Equity.Times, before.Equity.Values, names.A)
        .AddLine(after.Equity.Times, after.Equity.Values, names.B, ChartColor.Vermilion, dashed: true)
        .WithTitle("Equity")
        .WithYAxis("Equity", "quote currency")
        .WithPanelBelow(new Chart().AddLine(before.Equity.Times, before.Equity.Drawdowns(), "", ChartColor.Blue).AddLine(after.Equity.Times, after.Equity.Drawdowns(), "", ChartColor.Vermilion, dashed: true).WithYAxis("Drawdown", percent: true));

    private static Chart Returns(BacktestRecord run, string name)
    {
        Chart chart = Chart.Histogram(run.PeriodReturns, name: "Return per period").WithTitle(name);
        return chart with { XAxis = chart.XAxis with { Percent = true } };
    }

    private static IEnumerable<(string Name, string Before, string After)> Conditions(BacktestRecord before, BacktestRecord after)
    {
        Dictionary<string, string> a = Of(before.Manifest), b = Of(after.Manifest);
        return from name in a.Keys.Union(b.Keys)
               let pair = (name, a.GetValueOrDefault(name, ""), b.GetValueOrDefault(name, ""))
               where pair.Item2 != pair.Item3
               select pair;

        static Dictionary<string, string> Of(RunManifest manifest)
        {
            Dictionary<string, string> all = new(manifest.Options) { ["strategy"] = manifest.Strategy, ["engine version"] = manifest.EngineVersion };
            foreach ((string name, double value) in manifest.Parameters)
                all[$"parameter {name}"] = value.ToString("R", CultureInfo.InvariantCulture);
            foreach (DataManifest data in manifest.Data)
                all[$"data {data.Symbol} {data.Timeframe}"] = $"{BacktestReport.Describe(data)}, SHA-256 {data.ContentHash[..12]}…"; // only the content may differ
            return all;
        }
    }

    private static bool SameData(BacktestRecord before, BacktestRecord after) =>
        before.Manifest.Data.Select(d => d.ContentHash).Order(StringComparer.Ordinal).SequenceEqual(after.Manifest.Data.Select(d => d.ContentHash).Order(StringComparer.Ordinal));

    private static IEnumerable<Moved> Figures(BacktestRecord before, BacktestRecord after) => All(before, after).Where(m => !m.Before.Value.Equals(m.After.Value));

    private static IEnumerable<Moved> All(BacktestRecord before, BacktestRecord after) => before.Figures.Select(figure => new Moved(figure, FigureOf(after, figure)));

    /// <summary>The same figure of another run; NaN where that run does not have it.</summary>
    private static PerformanceFigure FigureOf(BacktestRecord run, PerformanceFigure figure) =>
        run.Figures.FirstOrDefault(f => f.Name == figure.Name, figure with { Value = double.NaN, Reason = "this run does not have it" });

    private static Table MovedTable(IEnumerable<Moved> moved, (string A, string B) names, BacktestRecord before, BacktestRecord after) => FigureTable(moved, names, FigureNotes.Of(before), FigureNotes.Of(after)).WithCaption("Figures that changed");

    private static Table AllTable(BacktestRecord before, BacktestRecord after, (string A, string B) names) => FigureTable(All(before, after), names, FigureNotes.Of(before), FigureNotes.Of(after));

    private static Table FigureTable(IEnumerable<Moved> figures, (string A, string B) names, FigureNotes a, FigureNotes b) => Table.Of(figures)
        .Column("Figure", m => m.Before.Name)
        .Column(names.A, m => FigureText.Number(m.Before))
        .Column(names.B, m => FigureText.Number(m.After))
        .Column("Difference", m => FigureText.Number(m.Before with { Value = m.After.Value - m.Before.Value }))
        .Column("Unit", m => FigureText.Unit(double.IsFinite(m.Before.Value) ? m.Before : m.After))
        .Column("Note", m => string.Join("; ", ((string[])[a.Of(m.Before), b.Of(m.After)]).Where(note => note.Length > 0).Distinct()))
        .Build()
        .AlignDecimals(names.A).AlignDecimals(names.B).AlignDecimals("Difference");

    private static Table Months(BacktestRecord before, BacktestRecord after, (string A, string B) names)
    {
        Dictionary<(int, int), double> a = before.Months.ToDictionary(m => (m.Year, m.Month), m => m.Return), b = after.Months.ToDictionary(m => (m.Year, m.Month), m => m.Return);
        return Table.Of(a.Keys.Union(b.Keys).Order())
            .Column("Month", m => FormattableString.Invariant($"{m.Item1}-{m.Item2:00}"))
            .Column(names.A, m => a.GetValueOrDefault(m, double.NaN), ValueFormat.Percent(), unknown: NoMonth)
            .Column(names.B, m => b.GetValueOrDefault(m, double.NaN), ValueFormat.Percent(), unknown: NoMonth)
            .Column("Difference", m => b.GetValueOrDefault(m, double.NaN) - a.GetValueOrDefault(m, double.NaN), ValueFormat.Percent(), unknown: NoMonth)
            .Build().WithCaption("Return by month, UTC, after costs");
    }

    private static string Both(BacktestRecord before, BacktestRecord after, string name)
    {
        PerformanceFigure figure = before.Figures.Named(name);
        return $"{Told(figure)} → {Told(FigureOf(after, figure))}";

        static string Told(PerformanceFigure figure) => double.IsNaN(figure.Value) && figure.Reason is { } reason ? $"{FigureText.Of(figure)} ({reason})" : FigureText.Of(figure);
    }

    private static string Step(BacktestRecord before, BacktestRecord after, string name)
    {
        PerformanceFigure figure = before.Figures.Named(name);
        return "difference " + FigureText.Of(figure with { Value = after[name] - figure.Value });
    }

    private static string Money(decimal value) => ValueFormat.Number(2).Format(value);

    private readonly record struct Moved(PerformanceFigure Before, PerformanceFigure After);
}
