using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Traded volume as bars, in the colours of the candles that they belong to.</summary>
/// <remarks>Where longer candles are drawn, volume is their sum.</remarks>
public sealed record VolumeSeries : ChartSeries
{
    /// <summary>The candles.</summary>
    public required CandleSeries Candles { get; init; }
}
