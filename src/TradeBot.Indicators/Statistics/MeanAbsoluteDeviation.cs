using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>The mean distance of the last n values from their mean.</summary>
/// <remarks>
/// The cost of an update grows with n. NaN while a NaN is in the window. The default value is invalid. Source: Tulip, md.
/// </remarks>
public struct MeanAbsoluteDeviation : IIndicator<double, double>
{
    private ValueWindow _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public MeanAbsoluteDeviation(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>Not negative, in the unit of the values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        ReadOnlySpan<double> values = _window.Values;
        double origin = values[0], sum = 0, distances = 0;
        foreach (double x in values)
            sum += x - origin;

        double mean = sum / values.Length;
        foreach (double x in values)
            distances += Math.Abs(x - origin - mean);
        return distances / values.Length;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new MeanAbsoluteDeviation(period), values, destination);
}
