using System.Runtime.CompilerServices;

namespace TradeBot.Indicators.Windows;

/// <summary>Gains minus losses of the last changes over their sum, from −100 to 100: 0 where neither was seen.</summary>
/// <param name="period">How many changes, at least 1.</param>
internal struct GainsAndLosses(int period)
{
    private WindowSum _gains = new(period);
    private WindowSum _losses = new(period);
    private Change _change;

    /// <summary>How many changes are summed.</summary>
    public readonly int Length => _gains.Length;

    /// <summary>True once the window holds its full number of changes.</summary>
    public readonly bool IsFull => _gains.IsFull;

    /// <returns>From −100 to 100; NaN for the first period calls.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Push(double value)
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
