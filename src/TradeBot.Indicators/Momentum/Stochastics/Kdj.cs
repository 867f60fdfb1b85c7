using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>KDJ: the stochastic oscillator with recursive smoothing, and J, which exaggerates %K against %D.</summary>
/// <remarks>
/// <c>K += (position − K) / n</c> and <c>D += (K − D) / m</c>, both from 50; <c>J = 3·K − 2·D</c>. A position is 50
/// where the range is 0. NaN in makes every later output NaN. The default value is invalid. Source: the form usual
/// in East Asian charting, after G. Lane, 1984.
/// </remarks>
public struct Kdj : IIndicator<Candle, Kdj.Lines>
{
    private readonly double _kWeight, _dWeight;
    private RangeWindow _range;
    private double _k, _d;

    /// <param name="period">How many candles the range covers, at least 1.</param>
    /// <param name="k">Smoothing length of K, at least 1.</param>
    /// <param name="d">Smoothing length of D, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public Kdj(int period = 9, int k = 3, int d = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        _range = new RangeWindow(period);
        (_kWeight, _dWeight) = (1.0 / k, 1.0 / d);
        _k = _d = 50;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _range.Length;

    /// <returns>The lines; NaN for the first period − 1 calls.</returns>
    public Lines Update(in Candle value)
    {
        _range.Push(value.High, value.Low);
        if (!_range.IsFull)
            return new Lines(double.NaN, double.NaN, double.NaN);

        _k = Math.Clamp(_k + _kWeight * (100 * _range.Position(value.Close) - _k), 0, 100);
        _d = Math.Clamp(_d + _dWeight * (_k - _d), 0, 100);
        return new Lines(_k, _d, _k + 2 * (_k - _d));
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="K">From 0 to 100.</param>
    /// <param name="D">From 0 to 100.</param>
    /// <param name="J">From −200 to 300.</param>
    public readonly record struct Lines(double K, double D, double J);
}
