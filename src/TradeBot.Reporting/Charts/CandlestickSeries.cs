using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Candles with bodies and wicks.</summary>
/// <remarks>
/// Where there are more candles than the picture can hold, longer ones are drawn, aligned with the calendar:
/// first open, highest high, lowest low, last close. The picture says so.
/// </remarks>
public sealed record CandlestickSeries : ChartSeries
{
    /// <summary>The candles.</summary>
    public required CandleSeries Candles { get; init; }
}
