using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Stochastic RSI: position of the RSI in its range, smoothed; and the average of that.</summary>
/// <remarks>
/// 50 where the range is 0. NaN in makes every later output NaN. The default value is invalid.
/// Source: T. Chande and S. Kroll, <i>The New Technical Trader</i>, 1994.
/// </remarks>
public struct StochasticRsi : IIndicator<double, StochasticRsi.Lines>
{
    private Rsi _rsi;
    private RangeWindow _range;
    private Sma _k;
    private Sma _d;

    /// <param name="rsi">Length of the RSI, at least 1.</param>
    /// <param name="period">How many values of the RSI the range covers, at least 1.</param>
    /// <param name="smoothing">Length of the average that makes %K, at least 1: no smoothing.</param>
    /// <param name="signal">Length of the average that makes %D of %K, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public StochasticRsi(int rsi = 14, int period = 14, int smoothing = 3, int signal = 3)
    {
        _rsi = new Rsi(rsi);
        _range = new RangeWindow(period);
        (_k, _d) = (new Sma(smoothing), new Sma(signal));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _rsi.WarmUp + _range.Length + _k.WarmUp + _d.WarmUp - 3;

    /// <returns>Both from 0 to 100; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public Lines Update(in double value)
    {
        double rsi = _rsi.Update(value);
        if (double.IsNaN(rsi))
            return new Lines(double.NaN, double.NaN);

        _range.Push(rsi, rsi);
        double k = _range.IsFull ? _k.Update(100 * _range.Position(rsi)) : double.NaN;
        double d = _k.IsFull ? _d.Update(k) : double.NaN;
        return _d.IsFull ? new Lines(Math.Clamp(k, 0, 100), Math.Clamp(d, 0, 100)) : new Lines(double.NaN, double.NaN);
    }

    /// <summary>The lines after one value.</summary>
    /// <param name="K">Position in the range, smoothed.</param>
    /// <param name="D">Average of %K.</param>
    public readonly record struct Lines(double K, double D);
}
