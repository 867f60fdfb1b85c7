using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Psychological line: how many of the last n changes were rises, in percent.</summary>
/// <remarks>NaN while a NaN is within reach. The default value is invalid.</remarks>
public struct PsychologicalLine : IIndicator<double, double>
{
    private WindowSum _rises;
    private Change _change;

    /// <param name="period">How many changes are counted, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public PsychologicalLine(int period) => _rises = new WindowSum(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _rises.Length + 1;

    /// <returns>From 0 to 100; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        if (!_change.Push(value, out double change))
            return double.NaN;

        double rises = _rises.Push(double.IsNaN(change) ? change : change > 0 ? 1 : 0);
        return _rises.IsFull ? 100 * (rises / _rises.Length) : double.NaN;
    }
}
