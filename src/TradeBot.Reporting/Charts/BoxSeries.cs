using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>A box for each place of a category axis.</summary>
public sealed record BoxSeries : ChartSeries
{
    /// <summary>The boxes, left to right; one without values leaves its place empty.</summary>
    public required ImmutableArray<BoxSummary> Boxes { get; init; }
}
