namespace TradeBot.Reporting;

/// <summary>Bars that lie: each begins at 0 and ends at its x, one per place of a vertical category axis.</summary>
/// <remarks>An x that is not finite leaves its place empty.</remarks>
public sealed record HorizontalBarSeries : XySeries;
