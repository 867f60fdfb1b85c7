using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>The middle of the last n values in order; the mean of the two middle ones where n is even.</summary>
/// <remarks>
/// NaN while a NaN is in the window. The default value is invalid. Source: the <see cref="Quantile"/> at one half.
/// </remarks>
public struct Median : IIndicator<double, double>
{
    private OrderWindow _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Median(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period;
        _window = new OrderWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>In the unit of the values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        return _window.IsFull ? _window.Quantile(0.5) : double.NaN;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Median(period), values, destination);
}
