using System.Globalization;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The figures by which a backtest is judged.</summary>
public static class PerformanceReport
{
    private static readonly string[] Headline =
        ["Total return", "Annual return", "Sharpe ratio", "Maximum drawdown", "Probabilistic Sharpe ratio", "Trades", "Win rate", "Costs"];

    /// <summary>The main figures, the months, and every figure with its definition.</summary>
    public static Report Create(PerformanceSummary performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        Dictionary<string, PerformanceFigure> figures = performance.Figures.ToDictionary(f => f.Name);
        Report report = Report.Titled("Performance");
        foreach (string name in Headline)
            report = report.Fact(name, FigureText.Of(figures[name]));
        return report.Table(Months(performance)).FoldedTable("Every figure, with its definition", Figures(performance));
    }

    /// <summary>Every figure with its definition and source.</summary>
    public static Table Figures(PerformanceSummary performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        return Figures(performance.Figures);
    }

    /// <summary>What each month and each year brought; a cell is empty where there was no candle.</summary>
    public static Table Months(PerformanceSummary performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        return Months(performance.Months);
    }

    internal static Table Figures(IReadOnlyList<PerformanceFigure> figures) => Table.Of(figures)
        .Column("Figure", f => f.Name)
        .Column("Value", FigureText.Of)
        .Column("Definition", f => f.Definition)
        .Column("Source", f => f.Source)
        .Build()
        .Align("Value", CellAlignment.Right);

    internal static Table Months(IReadOnlyList<MonthlyReturn> returns)
    {
        Dictionary<(int, int), double> months = returns.ToDictionary(m => (m.Year, m.Month), m => m.Return);
        IEnumerable<YearlyReturn> years = returns.GroupBy(m => m.Year).Select(y => new YearlyReturn(y.Key, y.Aggregate(1.0, (growth, m) => growth * (1 + m.Return)) - 1));
        TableBuilder<YearlyReturn> builder = Table.Of(years).Column("Year", y => y.Year.ToString(CultureInfo.InvariantCulture));
        for (int month = 1; month <= 12; month++)
        {
            int of = month;
            string name = CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(of);
            builder = builder.Column(name, y => months.TryGetValue((y.Year, of), out double value) ? (double?)value : null, ValueFormat.Percent(1));
        }

        return builder.Column("Whole", y => y.Return, ValueFormat.Percent(1)).Build().WithCaption("Return by month, UTC, after costs");
    }
}
