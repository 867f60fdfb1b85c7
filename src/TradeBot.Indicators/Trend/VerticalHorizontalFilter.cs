using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Vertical horizontal filter: the range of the last n values compared with the way through the last n changes, from 0 to 1.
/// </summary>
/// <remarks>
/// 0 where nothing moved. NaN while a NaN is in the window. The default value is invalid.
/// The range is of n values and the way of n changes, as in Tulip. Source: A. White, <i>Futures</i>, 1991.
/// </remarks>
public struct VerticalHorizontalFilter : IIndicator<double, double>
{
    private readonly int _period;
    private Highest _highest;
    private Lowest _lowest;
    private Sma _change;
    private double _previous;
    private bool _started;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public VerticalHorizontalFilter(int period)
    {
        _period = period;
        _highest = new Highest(period);
        _lowest = new Lowest(period);
        _change = new Sma(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period + 1;

    /// <returns>From 0 to 1; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        double range = _highest.Update(value) - _lowest.Update(value), change = Math.Abs(value - _previous);
        _previous = value;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        double way = _period * _change.Update(change);
        return way == 0 ? 0 : range / way;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new VerticalHorizontalFilter(period), values, destination);
}
