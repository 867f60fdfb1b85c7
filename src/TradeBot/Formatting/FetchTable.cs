using System.Globalization;
using TradeBot.MarketData;
using TradeBot.Reporting;

namespace TradeBot.Formatting;

/// <summary>A fetch as a table: a row for each series, with its gaps and defects.</summary>
internal static class FetchTable
{
    public static Table Of(FetchReport report) => Table.Of(report.Series)
        .Column("Symbol", s => s.Symbol)
        .Column("Timeframe", s => s.Timeframe)
        .Column("Received", s => s.Received)
        .Column("Held", s => s.Held)
        .Column("Missing", s => s.Missing)
        .Column("Found", s => s.Validation is { } found ? string.Join(", ", found.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Kind}: {c.Candles:N0}"))) : "no closed candles")
        .Build()
        .WithCaption(string.Create(CultureInfo.InvariantCulture, $"{report.Source}: {report.Received:N0} candles received {report.Effort}"));
}
