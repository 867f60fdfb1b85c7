using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Averages;

/// <summary>Volume-weighted moving average: the mean close of the last n candles, each weighed by its volume.</summary>
/// <remarks>NaN while a NaN is in the window, and while no volume is. The default value is invalid.</remarks>
public struct Vwma : IIndicator<Candle, double>
{
    private WindowSum _traded;
    private WindowSum _volume;

    /// <param name="period">How many candles the mean covers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Vwma(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _traded = new WindowSum(period);
        _volume = new WindowSum(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _volume.Length;

    /// <returns>The mean, in the unit of prices; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double traded = _traded.Push(value.Close * value.Volume);
        double volume = _volume.Push(value.Volume);
        return _volume.IsFull ? traded / volume : double.NaN;
    }
}
