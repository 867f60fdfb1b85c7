using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>TRIX: the change, in percent, of a three times smoothed exponential average; and the average of that.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid. Source: J. Hutson, <i>Stocks &amp; Commodities</i> 1(5), 1983.
/// </remarks>
public struct Trix : IIndicator<double, Trix.Lines>
{
    private readonly int _warmUp;
    private Ema _first, _second, _third, _signal;
    private Change _change;

    /// <param name="period">Smoothing length of each average, at least 1.</param>
    /// <param name="signal">Length of the average of the result, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public Trix(int period = 15, int signal = 9)
    {
        _first = _second = _third = new Ema(period);
        _signal = new Ema(signal);
        _warmUp = 3 * period - 2 + signal;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <param name="value">Positive.</param>
    /// <returns>Both in percent; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public Lines Update(in double value)
    {
        double smooth = _third.UpdateWhenKnown(_second.UpdateWhenKnown(_first.Update(value)));
        if (double.IsNaN(smooth) || !_change.Push(smooth, out double change))
            return new Lines(double.NaN, double.NaN);

        double rate = 100 * (change / _change.Before);
        double signal = _signal.Update(rate);
        return double.IsNaN(signal) ? new Lines(double.NaN, double.NaN) : new Lines(rate, signal);
    }

    /// <summary>The lines after one value.</summary>
    /// <param name="Rate">Change of the average, in percent.</param>
    /// <param name="Signal">Average of the rate.</param>
    public readonly record struct Lines(double Rate, double Signal);
}
