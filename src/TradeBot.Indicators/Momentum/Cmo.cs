using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Chande momentum oscillator: gains minus losses over their sum, from −100 to 100.</summary>
/// <remarks>
/// 0 where neither gain nor loss was seen. NaN while a NaN is within reach. The default value is invalid.
/// Source: T. Chande and S. Kroll, <i>The New Technical Trader</i>, 1994.
/// </remarks>
public struct Cmo : IIndicator<double, double>
{
    private WindowSum _gains;
    private WindowSum _losses;
    private Change _change;

    /// <param name="period">How many changes are summed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Cmo(int period) => (_gains, _losses) = (new WindowSum(period), new WindowSum(period));

    /// <inheritdoc/>
    public readonly int WarmUp => _gains.Length + 1;

    /// <summary>True once the window holds its full number of changes.</summary>
    internal readonly bool IsFull => _gains.IsFull;

    /// <returns>From −100 to 100; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        if (!_change.Push(value, out double change))
            return double.NaN;

        double gains = _gains.Push(Math.Max(change, 0)), losses = _losses.Push(Math.Max(-change, 0));
        if (!_gains.IsFull)
            return double.NaN;
        double sum = gains + losses;
        return sum == 0 ? 0 : Math.Clamp(100 * ((gains - losses) / sum), -100, 100);
    }
}
