using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>Rank of the value among the last n, itself included: 1 for the smallest, n for the largest.</summary>
/// <remarks>Equal values share the mean of their ranks. NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct Rank : IIndicator<double, double>
{
    private OrderWindow _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Rank(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period;
        _window = new OrderWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>From 1 to the period; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull || _window.HasUnknown)
            return double.NaN;

        ReadOnlySpan<double> sorted = _window.Sorted;
        return (SortedSpan.CountBelow(sorted, value) + SortedSpan.CountNotAbove(sorted, value) + 1) / 2.0;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Rank(period), values, destination);
}
