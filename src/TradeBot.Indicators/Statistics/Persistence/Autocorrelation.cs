using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>Correlation of the last n values with themselves some values earlier, from −1 to 1.</summary>
/// <remarks>
/// The products of the n − lag pairs over the squares of all n distances from the common mean, so that long lags shrink towards
/// 0. The cost of an update grows with n. NaN for a flat window, and while a NaN is in the window. The default value is invalid.
/// Source: G. Box, G. Jenkins, <i>Time Series Analysis</i>, 1970.
/// </remarks>
public struct Autocorrelation : IIndicator<double, double>
{
    private readonly int _lag;
    private ValueWindow _window;

    /// <param name="period">How many values are covered, at least 2.</param>
    /// <param name="lag">How many values earlier, from 1 to period − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Autocorrelation(int period, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lag, period);
        _lag = lag;
        WarmUp = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>From −1 to 1; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        ReadOnlySpan<double> values = _window.Values;
        double origin = values[0], sum = 0, squares = 0, products = 0;
        foreach (double x in values)
            sum += x - origin;

        double mean = sum / values.Length;
        for (int i = 0; i < values.Length; i++)
        {
            double distance = values[i] - origin - mean;
            squares += distance * distance;
            if (i >= _lag)
                products += distance * (values[i - _lag] - origin - mean);
        }

        return squares == 0 ? double.NaN : Math.Clamp(products / squares, -1, 1);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="lag">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, int lag, Span<double> destination) =>
        Batch.Run(new Autocorrelation(period, lag), values, destination);
}
