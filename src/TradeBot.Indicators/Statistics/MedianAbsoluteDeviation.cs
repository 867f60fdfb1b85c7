using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>The median of the distances of the last n values from their median: a spread that outliers do not move.</summary>
/// <remarks>
/// Not scaled: 1.4826 times it estimates the standard deviation of normal values. The cost of an update grows with n.
/// NaN while a NaN is in the window. The default value is invalid.
/// Source: F. Hampel, <i>Journal of the American Statistical Association</i> 69, 1974.
/// </remarks>
public struct MedianAbsoluteDeviation : IIndicator<double, double>
{
    private OrderWindow _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public MedianAbsoluteDeviation(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period;
        _window = new OrderWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>Not negative, in the unit of the values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull || _window.HasUnknown)
            return double.NaN;
        return MiddleDistance(_window.Sorted, _window.Quantile(0.5));
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new MedianAbsoluteDeviation(period), values, destination);

    // From the median outwards the distances on either side rise, so that merging the two sides visits them in order.
    private static double MiddleDistance(ReadOnlySpan<double> sorted, double median)
    {
        int right = sorted.Length / 2, left = right - 1, wanted = sorted.Length / 2;
        double before = 0, distance = 0;
        for (int i = 0; i <= wanted; i++)
        {
            before = distance;
            bool fromRight = left < 0 || (right < sorted.Length && sorted[right] - median <= median - sorted[left]);
            distance = fromRight ? sorted[right++] - median : median - sorted[left--];
        }

        return sorted.Length % 2 == 1 ? distance : (before + distance) / 2;
    }
}
