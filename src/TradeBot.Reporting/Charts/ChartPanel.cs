using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>One plot area with its own vertical axis; the panels of a chart share the horizontal axis.</summary>
public sealed record ChartPanel
{
    /// <summary>The vertical axis.</summary>
    public ChartAxis YAxis { get; init; } = new();

    /// <summary>The series, bottom layer first.</summary>
    public ImmutableArray<ChartSeries> Series { get; init; } = [];

    /// <summary>Horizontal lines at fixed values.</summary>
    public ImmutableArray<ReferenceLine> Levels { get; init; } = [];

    /// <summary>Notes at points.</summary>
    public ImmutableArray<PointNote> Notes { get; init; } = [];

    /// <summary>Height relative to the first panel, positive.</summary>
    public double Height { get; init; } = 1;
}
