using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>Pearson's kurtosis of the last n values: 3 for the normal distribution, more for fatter tails.</summary>
/// <remarks>
/// Population moments, <c>m₄ / m₂²</c>; never the excess over 3. The cost of an update grows with n.
/// NaN for a flat window, and while a NaN is in the window. The default value is invalid.
/// Source: K. Pearson, <i>Biometrika</i> 4, 1905.
/// </remarks>
public struct Kurtosis : IIndicator<double, double>
{
    private ValueWindow _window;

    /// <param name="period">How many values are covered, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public Kurtosis(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        WarmUp = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>From 1 to the period; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        (double second, _, double fourth) = CentralMoments.Of(_window.Values);
        return second == 0 ? double.NaN : Math.Max(fourth / second / second, 1); // only rounding falls below 1
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Kurtosis(period), values, destination);
}
