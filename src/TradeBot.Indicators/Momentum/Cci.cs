using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Commodity channel index: distance of the typical price from its mean, in units of 0.015 mean distances.</summary>
/// <remarks>
/// 0 where all typical prices are equal. NaN while a NaN is in the window. The cost of an update grows with the
/// period. The default value is invalid. Source: D. Lambert, <i>Commodities</i>, October 1980.
/// </remarks>
public struct Cci : IIndicator<Candle, double>
{
    private const double Unit = 0.015;

    private ValueWindow _window;

    /// <param name="period">How many candles are covered, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public Cci(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _window.Length;

    /// <returns>Dimensionless, mostly within ±100; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double typical = (value.High + value.Low + value.Close) / 3;
        _window.Push(typical);
        if (!_window.IsFull)
            return double.NaN;

        double mean = Spread.Mean(_window.Values);
        double distance = Spread.MeanDistance(_window.Values, mean);
        return distance == 0 ? 0 : (typical - mean) / (Unit * distance);
    }
}
