using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>How much of a result is a guess about what came first inside candles.</summary>
public static class AmbiguityReport
{
    private const int ShownExits = 20;

    /// <summary>The bounds and the exits that are guesses.</summary>
    public static Report Create(AmbiguityBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        Report report = Report.Titled("Guessed exits")
            .Fact("Exits", ValueFormat.Integer.Format(bounds.Exits.Count), "which of two in one candle came first is not in the data")
            .Fact("At worst", ValueFormat.Number(2).Format(bounds.PessimisticFinal), "final equity on the harshest path")
            .Fact("At best", ValueFormat.Number(2).Format(bounds.OptimisticFinal), "final equity on the kindest path");
        return bounds.Exits.Count == 0 ? report.Prose("No exit is a guess.") : report.Table(Exits(bounds.Exits));
    }

    private static Table Exits(IReadOnlyList<AmbiguousExit> exits) => Table.Of(exits)
        .Column("Candle", e => e.Time, unit: "UTC")
        .Column("Symbol", e => e.Symbol)
        .Column("Taken", e => e.Chosen, ValueFormat.Significant(8))
        .Column("The worse", e => e.Pessimistic, ValueFormat.Significant(8))
        .Column("The better", e => e.Optimistic, ValueFormat.Significant(8))
        .Build()
        .Head(ShownExits);
}
