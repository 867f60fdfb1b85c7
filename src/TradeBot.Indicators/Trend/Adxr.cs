using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Average directional index rating: the mean of ADX now and ADX n − 1 candles ago, from 0 to 100.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: J. W. Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978; the distance of n − 1 is that of TA-Lib, and
/// Skender's library takes n.
/// </remarks>
public struct Adxr : IIndicator<Candle, double>
{
    private Adx _adx;
    private Delay _delay;

    /// <param name="period">Smoothing length in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Adxr(int period)
    {
        _adx = new Adx(period);
        _delay = new Delay(period - 1);
        WarmUp = _adx.WarmUp + period - 1;
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>From 0 to 100; NaN for the first 3 · period − 2 calls.</returns>
    public double Update(in Candle value)
    {
        double adx = _adx.Update(value);
        return (adx + _delay.Update(adx)) / 2;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new Adxr(period), candles, destination);
}
