using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Wave trend: the smoothed distance of the typical price from its average in units of 0.015 average distances, and its mean.</summary>
/// <remarks>
/// A distance over none counts as 0. NaN in makes every later output NaN. The default value is invalid.
/// Source: published for TradeStation, made known by LazyBear for TradingView, 2014.
/// </remarks>
public struct WaveTrend : IIndicator<Candle, WaveTrend.Lines>
{
    private const double Unit = 0.015;

    private readonly int _warmUp;
    private Ema _average, _distance, _wave;
    private Sma _signal;

    /// <param name="channel">Length of the averages of price and distance, at least 1.</param>
    /// <param name="average">Length of the smoothing, at least 1.</param>
    /// <param name="signal">Length of the mean of the result, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public WaveTrend(int channel = 10, int average = 21, int signal = 4)
    {
        _average = _distance = new Ema(channel);
        (_wave, _signal) = (new Ema(average), new Sma(signal));
        _warmUp = 2 * channel + average + signal - 3;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <returns>Both dimensionless, mostly within ±100; NaN until <see cref="WarmUp"/> candles are seen.</returns>
    public Lines Update(in Candle value)
    {
        double typical = (value.High + value.Low + value.Close) / 3;
        double offset = typical - _average.Update(typical);
        double distance = _distance.UpdateWhenKnown(Math.Abs(offset));
        double wave = _wave.UpdateWhenKnown(distance == 0 ? 0 : offset / (Unit * distance));
        double signal = double.IsNaN(wave) ? wave : _signal.Update(wave);
        return double.IsNaN(signal) ? new Lines(double.NaN, double.NaN) : new Lines(wave, signal);
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="Wave">The smoothed distance.</param>
    /// <param name="Signal">Its mean.</param>
    public readonly record struct Lines(double Wave, double Signal);
}
