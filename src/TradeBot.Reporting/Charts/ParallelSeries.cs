using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>Items as lines through several scales that stand side by side, coloured by a value.</summary>
public sealed record ParallelSeries : ChartSeries
{
    /// <summary>The scales, left to right.</summary>
    public required ImmutableArray<ParallelDimension> Dimensions { get; init; }

    /// <summary>What colours each item; NaN draws it in grey.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>What that is, shown beside the colour bar; may be empty.</summary>
    public string ValueTitle { get; init; } = "";
}
