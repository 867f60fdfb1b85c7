using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>The smallest of the last n values.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct Lowest : IIndicator<double, double>
{
    private ExtremeWindow _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Lowest(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period;
        _window = ExtremeWindow.Lowest(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <summary>How many values ago the smallest was seen, 0 for the last one; the latest of equals.</summary>
    public readonly int Age => _window.Age;

    /// <returns>A member of the window; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        double lowest = _window.Push(value);
        return _window.IsFull ? lowest : double.NaN;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Lowest(period), values, destination);
}
