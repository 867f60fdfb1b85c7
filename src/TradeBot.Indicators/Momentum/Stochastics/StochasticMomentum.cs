using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Stochastic momentum index: the twice smoothed distance of the close from the middle of its range, over half the twice smoothed range.</summary>
/// <remarks>
/// 0 where the range is 0. NaN in makes every later output NaN. The default value is invalid.
/// Source: W. Blau, <i>Stocks &amp; Commodities</i> 11(1), 1993.
/// </remarks>
public struct StochasticMomentum : IIndicator<Candle, StochasticMomentum.Lines>
{
    private readonly int _warmUp;
    private RangeWindow _range;
    private Ema _firstDistance, _secondDistance, _firstRange, _secondRange, _signal;

    /// <param name="period">How many candles the range covers, at least 1.</param>
    /// <param name="first">Length of the first smoothing, at least 1.</param>
    /// <param name="second">Length of the second smoothing, at least 1.</param>
    /// <param name="signal">Length of the average of the index, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public StochasticMomentum(int period = 13, int first = 25, int second = 2, int signal = 3)
    {
        _range = new RangeWindow(period);
        _firstDistance = _firstRange = new Ema(first);
        _secondDistance = _secondRange = new Ema(second);
        _signal = new Ema(signal);
        _warmUp = period + first + second + signal - 3;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <returns>Both from −100 to 100; NaN until <see cref="WarmUp"/> candles are seen.</returns>
    public Lines Update(in Candle value)
    {
        _range.Push(value.High, value.Low);
        if (!_range.IsFull)
            return new Lines(double.NaN, double.NaN);

        double half = 0.5 * (_range.High - _range.Low);
        double distance = _secondDistance.UpdateWhenKnown(_firstDistance.Update(value.Close - _range.Low - half));
        double range = _secondRange.UpdateWhenKnown(_firstRange.Update(half));
        double index = range == 0 ? 0 : Math.Clamp(100 * (distance / range), -100, 100);
        double signal = _signal.UpdateWhenKnown(index);
        return double.IsNaN(signal) ? new Lines(double.NaN, double.NaN) : new Lines(index, Math.Clamp(signal, -100, 100));
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="Index">The index itself.</param>
    /// <param name="Signal">Exponential average of the index.</param>
    public readonly record struct Lines(double Index, double Signal);
}
