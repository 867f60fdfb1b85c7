namespace TradeBot.Reporting;

/// <summary>Bars from 0 to each value.</summary>
public sealed record BarSeries : XySeries
{
    /// <summary>Width of a bar in units of the horizontal axis, positive.</summary>
    public double Width { get; init; } = 0.8;

    /// <summary>True when bars below 0 take the colour of losses and the others that of gains.</summary>
    public bool ColorBySign { get; init; }
}
