using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Reports on the changes of a repair, and on an import.</summary>
public static class DataChangeReport
{
    private const int ShownRows = 20;

    /// <summary>The changes of a repair: how many of each kind, and the first.</summary>
    public static Report Create(RepairLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        Report report = Report.Titled($"Repair: {log.Symbol} {log.Timeframe}").Fact("Changes", ValueFormat.Integer.Format(log.Count));
        if (log.Count == 0)
            return report.Prose("Nothing was changed.");

        Table kinds = Table.Of(log.GroupBy(change => (change.Action, change.Reason)).OrderBy(group => group.Key.Action).ThenBy(group => group.Key.Reason, StringComparer.Ordinal))
            .Column("Action", g => g.Key.Action)
            .Column("Reason", g => g.Key.Reason)
            .Column("Candles", g => g.Count())
            .Column("First", g => g.Min(change => change.OpenTime), unit: "UTC")
            .Column("Last", g => g.Max(change => change.OpenTime), unit: "UTC")
            .Build();
        Table first = Table.Of(log)
            .Column("Open time", c => c.OpenTime, unit: "UTC")
            .Column("Action", c => c.Action)
            .Column("Close before", c => c.Before?.Close, ValueFormat.Significant(8))
            .Column("Close after", c => c.After?.Close, ValueFormat.Significant(8))
            .Build()
            .Head(ShownRows);
        return report.Table(kinds).FoldedTable("The first changes", first);
    }

    /// <summary>What an import read and assumed, and the lines that it could not read.</summary>
    public static Report Create(ImportResult import)
    {
        ArgumentNullException.ThrowIfNull(import);
        Report report = Report.Titled($"Import: {import.Source}")
            .Fact("Read", Wording.Count(import.Table.Count, "row"), $"{import.Table.Symbol} {import.Table.Timeframe}")
            .Fact("Unreadable", Wording.Count(import.Unreadable.Count, "line"), tone: import.Unreadable.Count == 0 ? FactTone.Good : FactTone.Bad);
        foreach (string assumption in import.Assumptions)
            report = report.Prose(assumption);
        return import.Unreadable.Count == 0
            ? report
            : report.Table(Table.Of(import.Unreadable).Column("Unreadable", row => row.ToString()).Build().Head(ShownRows));
    }
}
