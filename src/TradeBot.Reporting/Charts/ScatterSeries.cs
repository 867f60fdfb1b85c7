namespace TradeBot.Reporting;

/// <summary>Points, each with a marker.</summary>
public sealed record ScatterSeries : XySeries
{
    /// <summary>The marker.</summary>
    public MarkerShape Shape { get; init; }
}
