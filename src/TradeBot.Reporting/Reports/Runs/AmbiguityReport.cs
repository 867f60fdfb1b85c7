using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>How much a result depends on the unknown order of events inside candles.</summary>
public static class AmbiguityReport
{
    private const int ShownExits = 20;

    /// <summary>The bounds and the ambiguous exits.</summary>
    public static Report Create(AmbiguityBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        Report report = Report.Titled("Ambiguous exits")
            .Fact("Exits", ValueFormat.Integer.Format(bounds.Exits.Count), "the data does not say which of two exits in one candle came first")
            .Fact("At worst", ValueFormat.Number(2).Format(bounds.PessimisticFinal), "final equity on the pessimistic path")
            .Fact("At best", ValueFormat.Number(2).Format(bounds.OptimisticFinal), "final equity on the optimistic path");
        return bounds.Exits.Count == 0 ? report.Prose("There is no ambiguous exit.") : report.Table(Exits(bounds.Exits));
    }

    private static Table Exits(IReadOnlyList<AmbiguousExit> exits) => Table.Of(exits)
        .Column("Candle", e => e.Time, unit: "UTC")
        .Column("Symbol", e => e.Symbol)
        .Column("Taken", e => e.Chosen, ValueFormat.Significant(8))
        .Column("Pessimistic", e => e.Pessimistic, ValueFormat.Significant(8))
        .Column("Optimistic", e => e.Optimistic, ValueFormat.Significant(8))
        .Build()
        .Head(ShownExits);
}
