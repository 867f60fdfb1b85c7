using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Weighted moving average: weights fall in equal steps from n for the last value to 1 for the first of n.</summary>
/// <remarks>NaN in makes every later output NaN. The default value is invalid.</remarks>
public struct Wma : IIndicator<double, double>
{
    private readonly int _period;
    private ValueWindow _window;
    private SlidingSum _sum;
    private SlidingSum _weighted;

    /// <param name="period">How many values are weighed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Wma(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <summary>The mean of the window with equal weights; NaN while it fills.</summary>
    internal readonly double Mean => _window.IsFull ? _sum.Value / _period : double.NaN;

    /// <returns>The weighted mean; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        // When the window moves on, every weight falls by one: that takes the plain sum away.
        if (_window.IsFull)
            _weighted.Subtract(_sum);
        _sum.Add(-_window.Push(value));
        _sum.Add(value);
        _weighted.AddProduct(_window.Count, value);
        return _window.IsFull ? _weighted.Value / (0.5 * _period * (_period + 1.0)) : double.NaN;
    }
}
