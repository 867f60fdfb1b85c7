using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Simple moving average: the mean of the last n values.</summary>
/// <remarks>NaN in makes every later output NaN. The default value is invalid.</remarks>
public struct Sma : IIndicator<double, double>
{
    private readonly int _period;
    private ValueWindow _window;
    private SlidingSum _sum;

    /// <param name="period">How many values the mean covers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Sma(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <returns>The mean of the last n values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _sum.Add(-_window.Push(value));
        _sum.Add(value);
        return _window.IsFull ? _sum.Value / _period : double.NaN;
    }

    /// <param name="values">Oldest first.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Sma(period), values, destination);
}
