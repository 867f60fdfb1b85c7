using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>Population standard deviation of the last n values, dividing by n.</summary>
/// <remarks>
/// Two passes over the window at each step: the cost grows with the period, and a constant window gives exactly 0.
/// NaN while a NaN is in the window. The default value is invalid.
/// </remarks>
public struct StandardDeviation : IIndicator<double, double>
{
    private readonly int _period;
    private ValueWindow _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public StandardDeviation(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <summary>Mean of the window after the last update; NaN while it fills.</summary>
    public double Mean { readonly get; private set; } = double.NaN;

    /// <returns>Not negative, in the unit of the values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        ReadOnlySpan<double> values = _window.Values;

        // Differences from one member keep a constant window exact and large prices precise.
        double origin = values[0], sum = 0;
        foreach (double x in values)
            sum += x - origin;
        double shift = sum / _period;
        Mean = origin + shift;

        double squares = 0;
        foreach (double x in values)
        {
            double distance = x - origin - shift;
            squares += distance * distance;
        }

        return Math.Sqrt(squares / _period);
    }

    /// <param name="values">Oldest first.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new StandardDeviation(period), values, destination);
}
