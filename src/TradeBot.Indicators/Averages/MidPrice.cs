using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Averages;

/// <summary>The middle between the highest high and the lowest low of the last n candles.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct MidPrice : IIndicator<Candle, double>
{
    private ExtremeWindow _highest;
    private ExtremeWindow _lowest;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public MidPrice(int period) => (_highest, _lowest) = (ExtremeWindow.Highest(period), ExtremeWindow.Lowest(period));

    /// <inheritdoc/>
    public readonly int WarmUp => _highest.Length;

    /// <returns>The middle, in the unit of prices; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double highest = _highest.Push(value.High), lowest = _lowest.Push(value.Low);
        return _highest.IsFull ? lowest + 0.5 * (highest - lowest) : double.NaN;
    }
}
