using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>A short report on candles: the chart, the first and last rows, and what is missing.</summary>
public static class CandleReport
{
    private const int Ends = 5, MostGaps = 20;

    /// <summary>A report on a series.</summary>
    public static Report Create(CandleSeries candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Report report = Report.Titled(candles.ToString());
        if (candles.Count == 0)
            return report.Prose("The series is empty.");

        IReadOnlyList<CandleGap> gaps = candles.Gaps();
        report = report.Chart(Chart.Candles(candles)).Table(Rows(candles));
        return gaps.Count == 0 ? report.Prose("No candle is missing.") : report.Table(Gaps(gaps));
    }

    private static Table Rows(CandleSeries candles)
    {
        bool all = candles.Count <= 2 * Ends;
        IEnumerable<int> shown = all
            ? Enumerable.Range(0, candles.Count)
            : Enumerable.Range(0, Ends).Concat(Enumerable.Range(candles.Count - Ends, Ends));
        TableBuilder<Candle> table = Table.Of(shown.Select(i => candles[i]))
            .Column("Open time", c => c.OpenTime, unit: "UTC")
            .Column("Open", c => c.Open, ValueFormat.Significant(8))
            .Column("High", c => c.High, ValueFormat.Significant(8))
            .Column("Low", c => c.Low, ValueFormat.Significant(8))
            .Column("Close", c => c.Close, ValueFormat.Significant(8))
            .Column("Volume", c => c.Volume);
        if (candles.HasTurnover)
            table = table.Column("Turnover", c => c.Turnover);
        return table.Build().WithNote(all ? "" : FormattableString.Invariant($"The first and last {Ends} of {candles.Count:N0} candles."));
    }

    private static Table Gaps(IReadOnlyList<CandleGap> gaps) => Table.Of(gaps.OrderByDescending(g => g.Missing).ThenBy(g => g.After))
        .Column("Last before", g => g.After, unit: "UTC")
        .Column("First after", g => g.Before, unit: "UTC")
        .Column("Missing candles", g => g.Missing)
        .Build()
        .Head(MostGaps)
        .WithCaption($"{Wording.Count(gaps.Count, "gap")}, {Wording.Count(gaps.Sum(g => g.Missing), "candle")} missing, longest first");
}
