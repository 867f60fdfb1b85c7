using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Stochastic oscillator: position of the close in the range of the last n candles, smoothed; and the average of that.</summary>
/// <remarks>
/// Without smoothing of %K it is the fast form. 50 where the range is 0. NaN while a NaN is within reach. The default
/// value is invalid. Source: G. Lane, <i>Stocks &amp; Commodities</i> 2(3), 1984.
/// </remarks>
public struct Stochastic : IIndicator<Candle, Stochastic.Lines>
{
    private RangeWindow _range;
    private Sma _k;
    private Sma _d;

    /// <param name="period">How many candles the range covers, at least 1.</param>
    /// <param name="smoothing">Length of the average that makes %K, at least 1: no smoothing.</param>
    /// <param name="signal">Length of the average that makes %D of %K, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public Stochastic(int period = 14, int smoothing = 3, int signal = 3)
    {
        _range = new RangeWindow(period);
        (_k, _d) = (new Sma(smoothing), new Sma(signal));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _range.Length + _k.WarmUp + _d.WarmUp - 2;

    /// <returns>Both from 0 to 100; NaN until <see cref="WarmUp"/> candles are seen.</returns>
    public Lines Update(in Candle value)
    {
        _range.Push(value.High, value.Low);
        double k = _range.IsFull ? _k.Update(100 * _range.Position(value.Close)) : double.NaN;
        double d = _k.IsFull ? _d.Update(k) : double.NaN;
        return _d.IsFull ? new Lines(Math.Clamp(k, 0, 100), Math.Clamp(d, 0, 100)) : new Lines(double.NaN, double.NaN);
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="K">Position in the range, smoothed.</param>
    /// <param name="D">Average of %K.</param>
    public readonly record struct Lines(double K, double D);
}
