namespace TradeBot.Reporting;

/// <summary>Points joined by a line.</summary>
public sealed record LineSeries : XySeries
{
    /// <summary>True for a dashed line.</summary>
    public bool Dashed { get; init; }

    /// <summary>How neighbouring points are joined.</summary>
    public LineShape Shape { get; init; }

    /// <summary>Which points are drawn when there are more than pixels.</summary>
    public Downsampling Downsampling { get; init; }
}
