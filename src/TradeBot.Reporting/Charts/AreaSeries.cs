namespace TradeBot.Reporting;

/// <summary>A line, and the surface between it and a baseline.</summary>
public sealed record AreaSeries : XySeries
{
    /// <summary>How neighbouring points are joined.</summary>
    public LineShape Shape { get; init; }

    /// <summary>Where the surface ends; finite.</summary>
    public double Baseline { get; init; }
}
