using System.Globalization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The report on performance figures.</summary>
public static class PerformanceReport
{
    private static readonly (string Figure, string Label)[] Headline =
    [
        ("Total return", "Total return"), ("Annual return", "Annual return"), ("Sharpe ratio", "Sharpe ratio, annualised"),
        ("Maximum drawdown", "Maximum drawdown"), ("Probabilistic Sharpe ratio", "Better than chance"), ("Trades", "Trades"),
    ];

    /// <summary>The main figures, the months, and every figure with its definition.</summary>
    public static Report Create(PerformanceSummary performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        IReadOnlyList<PerformanceFigure> figures = performance.Figures;
        var notes = FigureNotes.Of(performance);
        Report report = Report.Titled("Performance");
        foreach ((string name, string label) in Headline)
            report = report.Fact(label, FigureText.Of(figures.Named(name)), notes.Of(figures.Named(name)));
        return report.Table(Months(performance)).FoldedTable("Every figure, with its definition", Figures(performance));
    }

    /// <summary>Every figure with its definition and source; where one is n/a or computed from few values, with the reason.</summary>
    public static Table Figures(PerformanceSummary performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        return Figures(performance.Figures, FigureNotes.Of(performance));
    }

    /// <summary>Return of each month and each year; a cell is empty where there was no candle, and a month without any has no column.</summary>
    public static Table Months(PerformanceSummary performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        return Months(performance.Months);
    }

    internal static Table Figures(IReadOnlyList<PerformanceFigure> figures, FigureNotes notes)
    {
        string[] remarks = [.. figures.Select(notes.Of)];
        TableBuilder<int> table = Table.Of(Enumerable.Range(0, figures.Count))
            .Column("Figure", i => figures[i].Name)
            .Column("Value", i => FigureText.Number(figures[i]))
            .Column("Unit", i => FigureText.Unit(figures[i]));
        if (remarks.Any(remark => remark.Length > 0))
            table = table.Column("Note", i => remarks[i]);
        return table
            .Column("Definition", i => figures[i].Definition)
            .Column("Source", i => figures[i].Source)
            .Build()
            .AlignDecimals("Value");
    }

    internal static Table Months(IReadOnlyList<MonthlyReturn> returns)
    {
        Dictionary<(int, int), double> months = returns.ToDictionary(m => (m.Year, m.Month), m => m.Return);
        IEnumerable<YearlyReturn> years = returns.GroupBy(m => m.Year).Select(y => new YearlyReturn(y.Key, y.Aggregate(1.0, (growth, m) => growth * (1 + m.Return)) - 1));
        TableBuilder<YearlyReturn> builder = Table.Of(years).Column("Year", y => y.Year.ToString(CultureInfo.InvariantCulture));
        foreach (int month in MonthsIn(returns))
            builder = builder.Column(MonthName(month), y => months.TryGetValue((y.Year, month), out double value) ? (double?)value : null, ValueFormat.Percent(1));
        return builder.Column("Total", y => y.Return, ValueFormat.Percent(1)).Build().WithCaption("Return by month, UTC, after costs");
    }

    /// <summary>The calendar months that any year has, January first.</summary>
    internal static int[] MonthsIn(IEnumerable<MonthlyReturn> returns) => [.. returns.Select(m => m.Month).Distinct().Order()];

    internal static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month);
}
