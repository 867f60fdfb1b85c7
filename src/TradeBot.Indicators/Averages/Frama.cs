using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Averages;

/// <summary>Fractal adaptive moving average: the more a price path fills the plane, the slower.</summary>
/// <remarks>
/// The dimension D compares the range of the whole window with those of its halves; the weight is
/// <c>exp(−4.6·(D − 1))</c>, at least 0.01 and at most 1, on the middle of the candle's range. While a range is 0
/// the dimension stays. Starts at the middle of the candle that fills the window. NaN in makes every later output
/// NaN. The default value is invalid. Source: J. Ehlers, <i>Stocks &amp; Commodities</i> 23(10), 2005.
/// </remarks>
public struct Frama : IIndicator<Candle, double>
{
    private readonly int _half;
    private ExtremeWindow _newHigh, _newLow, _oldHigh, _oldLow;
    private ValueWindow _highs, _lows;
    private int _count;
    private double _dimension;
    private double _average;

    /// <param name="period">How many candles the window covers: even, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is odd or below 2.</exception>
    public Frama(int period)
    {
        if (period < 2 || period % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(period), period, "Must be even and at least 2.");
        _half = period / 2;
        (_newHigh, _newLow) = (ExtremeWindow.Highest(_half), ExtremeWindow.Lowest(_half));
        (_oldHigh, _oldLow) = (ExtremeWindow.Highest(_half), ExtremeWindow.Lowest(_half));
        (_highs, _lows) = (new ValueWindow(_half), new ValueWindow(_half));
        _dimension = 1;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => 2 * _half;

    /// <returns>The average, in the unit of prices; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double middle = value.Low + 0.5 * (value.High - value.Low);
        double newHigh = _newHigh.Push(value.High), newLow = _newLow.Push(value.Low);
        double leftHigh = _highs.Push(value.High), leftLow = _lows.Push(value.Low);
        if (_count < _half)
        {
            _count++;
            return double.NaN;
        }

        double oldHigh = _oldHigh.Push(leftHigh), oldLow = _oldLow.Push(leftLow);
        if (_count < 2 * _half)
        {
            _average = middle;
            if (++_count < 2 * _half)
                return double.NaN;
        }

        double halves = (newHigh - newLow + (oldHigh - oldLow)) / _half;
        double whole = (Math.Max(newHigh, oldHigh) - Math.Min(newLow, oldLow)) / (2 * _half);
        if (newHigh > newLow && oldHigh > oldLow)
            _dimension = Math.Log2(halves / whole);
        double weight = Math.Clamp(Math.Exp(-4.6 * (_dimension - 1)), 0.01, 1);
        return _average += weight * (middle - _average);
    }
}
