using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Relative momentum index: the RSI of changes over m values instead of one, from 0 to 100.</summary>
/// <remarks>
/// 50 where neither gain nor loss was seen. NaN in makes every later output NaN. The default value is invalid.
/// Source: R. Altman, <i>Stocks &amp; Commodities</i> 11(2), 1993.
/// </remarks>
public struct RelativeMomentum : IIndicator<double, double>
{
    private ValueWindow _window;
    private WilderAverage _gains;
    private WilderAverage _losses;

    /// <param name="period">Smoothing length, at least 1.</param>
    /// <param name="momentum">Over how many values a change is taken, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public RelativeMomentum(int period = 14, int momentum = 5)
    {
        _gains = _losses = new WilderAverage(period);
        _window = new ValueWindow(momentum);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _gains.WarmUp + _window.Length;

    /// <returns>From 0 to 100; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public double Update(in double value)
    {
        bool isKnown = _window.IsFull;
        double change = value - _window.Push(value);
        if (!isKnown)
            return double.NaN;

        double gain = _gains.Update(Math.Max(change, 0)), loss = _losses.Update(Math.Max(-change, 0));
        double sum = gain + loss;
        return sum == 0 ? 50 : 100 * (gain / sum);
    }
}
