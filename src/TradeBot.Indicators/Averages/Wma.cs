using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Weighted moving average: weights fall in equal steps from n for the last value to 1 for the first of n.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct Wma : IIndicator<double, double>
{
    private readonly double _weights;
    private BlockWindow<WeightedFold, WeightedFold.Sums> _window;

    /// <param name="period">How many values are weighed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Wma(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _window = new BlockWindow<WeightedFold, WeightedFold.Sums>(period);
        _weights = 0.5 * period * (period + 1.0);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _window.Length;

    /// <summary>True once the window holds its full number of values.</summary>
    internal readonly bool IsFull => _window.IsFull;

    /// <summary>The mean of the window with equal weights; NaN while it fills.</summary>
    internal readonly double Mean => _window.IsFull ? (_window.Older.Plain + _window.Newer.Plain) / _window.Length : double.NaN;

    /// <returns>The weighted mean; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        // The newer values come after the older ones, so each of their weights is larger by the number of those.
        WeightedFold.Sums older = _window.Older, newer = _window.Newer;
        return (older.Weighted + (_window.OlderCount * newer.Plain + newer.Weighted)) / _weights;
    }
}
