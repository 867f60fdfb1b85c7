using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Price momentum oscillator: the rate of change over one step, smoothed twice, times ten; and its average.</summary>
/// <remarks>
/// The smoothings of length n move by 2 / n, as an exponential average of length n − 1 does. NaN in makes every later
/// output NaN. The default value is invalid. Source: C. Swenlin, <i>DecisionPoint</i>, as described by StockCharts.
/// </remarks>
public struct PriceMomentum : IIndicator<double, PriceMomentum.Lines>
{
    private readonly int _warmUp;
    private Roc _rate;
    private Ema _first, _second, _signal;

    /// <param name="first">Length of the first smoothing, at least 2.</param>
    /// <param name="second">Length of the second smoothing, at least 2.</param>
    /// <param name="signal">Length of the average of the result, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public PriceMomentum(int first = 35, int second = 20, int signal = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(second, 2);
        _rate = new Roc(1);
        (_first, _second, _signal) = (new Ema(first - 1), new Ema(second - 1), new Ema(signal));
        _warmUp = first + second + signal - 3;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <param name="value">Positive.</param>
    /// <returns>Both in tenths of a percent; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public Lines Update(in double value)
    {
        if (!_rate.IsFull)
        {
            _rate.Update(value);
            return new Lines(double.NaN, double.NaN);
        }

        double line = _second.UpdateWhenKnown(10 * _first.Update(_rate.Update(value)));
        double signal = _signal.UpdateWhenKnown(line);
        return double.IsNaN(signal) ? new Lines(double.NaN, double.NaN) : new Lines(line, signal);
    }

    /// <summary>The lines after one value.</summary>
    /// <param name="Line">The oscillator.</param>
    /// <param name="Signal">Its exponential average.</param>
    public readonly record struct Lines(double Line, double Signal);
}
