using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>Percentage of the n values before this one that are below it.</summary>
/// <remarks>
/// Strictly below, as in Connors's RSI. NaN while a NaN is among the last n + 1 values. The default value is invalid.
/// Source: L. Connors, C. Alvarez, <i>An Introduction to ConnorsRSI</i>, 2012.
/// </remarks>
public struct PercentRank : IIndicator<double, double>
{
    private readonly int _period;
    private OrderWindow _window;

    /// <param name="period">How many earlier values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public PercentRank(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _window = new OrderWindow(period + 1);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period + 1;

    /// <returns>From 0 to 100; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        return _window.IsFull && !_window.HasUnknown
            ? 100.0 * SortedSpan.CountBelow(_window.Sorted, value) / _period
            : double.NaN;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new PercentRank(period), values, destination);
}
