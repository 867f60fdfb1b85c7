using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Statistics;

/// <summary>Efficiency ratio: how far the value got in n steps compared with the way it went, from 0 to 1.</summary>
/// <remarks>
/// 0 where nothing moved. NaN while a NaN is in the window. The default value is invalid. Source: P. Kaufman, <i>Smarter
/// Trading</i>, 1995.
/// </remarks>
public struct EfficiencyRatio : IIndicator<double, double>
{
    private readonly int _period;
    private Delay _delay;
    private Sma _change;
    private double _previous;
    private bool _started;

    /// <param name="period">How many steps are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public EfficiencyRatio(int period)
    {
        _change = new Sma(period);
        _delay = new Delay(period);
        _period = period;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period + 1;

    /// <returns>From 0 to 1; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        double earlier = _delay.Update(value), change = Math.Abs(value - _previous);
        _previous = value;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        double way = _period * _change.Update(change);
        return way == 0 ? 0 : Math.Min(Math.Abs(value - earlier) / way, 1);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new EfficiencyRatio(period), values, destination);
}
