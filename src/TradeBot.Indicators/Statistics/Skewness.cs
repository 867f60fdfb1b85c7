using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>Skewness of the last n values: the mean cubed distance from the mean in standard deviations.</summary>
/// <remarks>
/// Population moments, without a correction for small samples. The cost of an update grows with n.
/// NaN for a flat window, and while a NaN is in the window. The default value is invalid.
/// Source: K. Pearson's moment coefficient, <c>m₃ / m₂^1.5</c>.
/// </remarks>
public struct Skewness : IIndicator<double, double>
{
    private ValueWindow _window;

    /// <param name="period">How many values are covered, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public Skewness(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        WarmUp = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>Negative where the long tail is below the mean; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        (double second, double third, _) = CentralMoments.Of(_window.Values);
        return second == 0 ? double.NaN : third / second / Math.Sqrt(second);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Skewness(period), values, destination);
}
