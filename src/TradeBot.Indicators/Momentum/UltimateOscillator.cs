using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Ultimate oscillator: buying pressure over true range in three windows, weighed 4, 2 and 1, from 0 to 100.</summary>
/// <remarks>
/// Buying pressure is the close minus the lower of low and previous close. A window without range counts as one half.
/// NaN while a NaN is within reach. The default value is invalid.
/// Source: L. Williams, <i>Stocks &amp; Commodities</i> 3(4), 1985.
/// </remarks>
public struct UltimateOscillator : IIndicator<Candle, double>
{
    private WindowSum _fastPressure, _fastRange, _mediumPressure, _mediumRange, _slowPressure, _slowRange;
    private Change _change;

    /// <param name="fast">Length of the window that counts most, at least 1.</param>
    /// <param name="medium">Length of the second window, more than <paramref name="fast"/>.</param>
    /// <param name="slow">Length of the window that counts least, more than <paramref name="medium"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public UltimateOscillator(int fast = 7, int medium = 14, int slow = 28)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(medium, fast);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, medium);
        (_fastPressure, _fastRange) = (new WindowSum(fast), new WindowSum(fast));
        (_mediumPressure, _mediumRange) = (new WindowSum(medium), new WindowSum(medium));
        (_slowPressure, _slowRange) = (new WindowSum(slow), new WindowSum(slow));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _slowRange.Length + 1;

    /// <returns>From 0 to 100; NaN for the first slow calls.</returns>
    public double Update(in Candle value)
    {
        if (!_change.Push(value.Close, out _))
            return double.NaN;

        double low = Math.Min(value.Low, _change.Before), high = Math.Max(value.High, _change.Before);
        double pressure = value.Close - low, range = high - low;
        double fast = Share(_fastPressure.Push(pressure), _fastRange.Push(range));
        double medium = Share(_mediumPressure.Push(pressure), _mediumRange.Push(range));
        double slow = Share(_slowPressure.Push(pressure), _slowRange.Push(range));
        return _slowRange.IsFull ? Math.Clamp(100 * ((4 * fast + 2 * medium + slow) / 7), 0, 100) : double.NaN;
    }

    private static double Share(double pressure, double range) => range == 0 ? 0.5 : pressure / range;
}
