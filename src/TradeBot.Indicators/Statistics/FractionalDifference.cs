using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>
/// Fractional difference: differences of order d between 0 and 1 and beyond, which make a series stationary yet keep its memory.
/// </summary>
/// <remarks>
/// Weights <c>w₀ = 1, wₖ = −wₖ₋₁ (d − k + 1) / k</c> over a window of fixed width, usually on log prices. d = 1 is the ordinary
/// difference, and 0 the value itself. The cost of an update grows with the width. NaN while a NaN is in the window. The default
/// value is invalid. Source: M. López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, section 5.5.
/// </remarks>
public struct FractionalDifference : IIndicator<double, double>
{
    private readonly double[] _weights;
    private ValueWindow _window;

    /// <param name="order">d, from 0 to 2.</param>
    /// <param name="width">How many values are weighed, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public FractionalDifference(double order, int width)
    {
        Parameter.Within(order, 0, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        _window = new ValueWindow(width);
        _weights = new double[width];
        _weights[^1] = 1;
        for (int k = 1; k < width; k++)
            _weights[^(k + 1)] = -_weights[^k] * (order - k + 1) / k;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _weights.Length;

    /// <returns>In the unit of the values; NaN for the first width − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        ReadOnlySpan<double> values = _window.Values;
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
            sum += _weights[i] * values[i];
        return sum;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="order">As for the constructor.</param>
    /// <param name="width">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, double order, int width, Span<double> destination) =>
        Batch.Run(new FractionalDifference(order, width), values, destination);
}
