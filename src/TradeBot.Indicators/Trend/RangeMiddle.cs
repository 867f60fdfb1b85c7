using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Half-way between the highest high and the lowest low of the last n candles; NaN while a NaN is in the window.
/// </summary>
/// <param name="period">How many candles are covered, at least 1.</param>
internal struct RangeMiddle(int period)
{
    private Highest _highest = new(period);
    private Lowest _lowest = new(period);

    /// <summary>In price units; NaN for the first period − 1 calls.</summary>
    public double Update(in Candle candle) => (_highest.Update(candle.High) + _lowest.Update(candle.Low)) / 2;
}
