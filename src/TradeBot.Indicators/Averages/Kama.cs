using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Kaufman's adaptive moving average: fast where price moves one way, slow where it goes back and forth.</summary>
/// <remarks>
/// The efficiency ratio, net change over the sum of changes, moves the weight between those of the fast and the
/// slow exponential average; its square is used. Starts from the value before the first output. NaN in makes every
/// later output NaN. The default value is invalid. Source: P. Kaufman, <i>Smarter Trading</i>, 1995.
/// </remarks>
public struct Kama : IIndicator<double, double>
{
    private readonly double _fast;
    private readonly double _slow;
    private ValueWindow _values;
    private WindowSum _changes;
    private double _previous;
    private double _average;

    /// <param name="period">Over how many changes efficiency is measured, at least 1.</param>
    /// <param name="fast">Length of the fastest average, at least 1.</param>
    /// <param name="slow">Length of the slowest average, more than <paramref name="fast"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Kama(int period, int fast = 2, int slow = 30)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, fast);
        _values = new ValueWindow(period);
        _changes = new WindowSum(period);
        (_fast, _slow) = (2 / (fast + 1.0), 2 / (slow + 1.0));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _values.Length + 1;

    /// <returns>The average; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        bool isFirst = _values.Count == 0, isKnown = _values.IsFull;
        double previous = _previous, first = _values.Push(value);
        _previous = value;
        if (isFirst)
            return double.NaN;

        double path = _changes.Push(Math.Abs(value - previous));
        if (!isKnown)
        {
            _average = value;
            return double.NaN;
        }

        double net = Math.Abs(value - first);
        double efficiency = net >= path ? 1 : net / path;
        double weight = _slow + efficiency * (_fast - _slow);
        return _average += weight * weight * (value - _average);
    }
}
