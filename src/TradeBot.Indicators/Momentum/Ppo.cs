using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Percentage price oscillator: <see cref="Macd"/> in percent of the slow average.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: G. Appel, <i>Technical Analysis: Power Tools for Active Investors</i>, 2005.
/// </remarks>
public struct Ppo : IIndicator<double, Ppo.Lines>
{
    private readonly int _warmUp;
    private Ema _fast;
    private Ema _slow;
    private Ema _signal;

    /// <param name="fast">Length of the fast average, at least 1.</param>
    /// <param name="slow">Length of the slow average, more than <paramref name="fast"/>.</param>
    /// <param name="signal">Length of the average of their difference, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Ppo(int fast = 12, int slow = 26, int signal = 9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, fast);
        (_fast, _slow, _signal) = (new Ema(fast), new Ema(slow), new Ema(signal));
        _warmUp = slow + signal - 1;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <param name="value">Positive.</param>
    /// <returns>The lines, in percent; NaN for the first slow + signal − 2 calls.</returns>
    public Lines Update(in double value)
    {
        double fast = _fast.Update(value), slow = _slow.Update(value);
        double difference = 100 * ((fast - slow) / slow);
        double signal = _signal.UpdateWhenKnown(difference);
        return double.IsNaN(signal) ? new Lines(double.NaN, double.NaN, double.NaN) : new Lines(difference, signal, difference - signal);
    }

    /// <summary>The lines after one value, in percent.</summary>
    /// <param name="Difference">Fast minus slow average, of the slow one.</param>
    /// <param name="Signal">Average of the difference.</param>
    /// <param name="Histogram">Difference minus signal.</param>
    public readonly record struct Lines(double Difference, double Signal, double Histogram);
}
