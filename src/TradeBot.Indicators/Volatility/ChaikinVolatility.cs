using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Chaikin's volatility: by how much per cent the smoothed range grew over n candles.</summary>
/// <remarks>
/// The exponential average starts from the mean of its first values; Tulip starts from the first value. NaN where the earlier
/// average is 0. NaN in makes every later output NaN. The default value is invalid. Source: M. Chaikin, as described by S.
/// Achelis, <i>Technical Analysis from A to Z</i>, 1995.
/// </remarks>
public struct ChaikinVolatility : IIndicator<Candle, double>
{
    private Ema _range;
    private Delay _delay;

    /// <param name="smoothing">Length of the exponential average, at least 1; 10 is usual.</param>
    /// <param name="change">Candles over which the change is taken, at least 1; 10 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public ChaikinVolatility(int smoothing, int change)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(change, 1);
        _range = new Ema(smoothing);
        _delay = new Delay(change);
        WarmUp = smoothing + change;
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>In per cent, at least −100; NaN for the first smoothing + change − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double range = _range.Update(value.High - value.Low), earlier = _delay.Update(range);
        return earlier == 0 ? double.NaN : 100 * (range - earlier) / earlier;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="smoothing">As for the constructor.</param>
    /// <param name="change">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int smoothing, int change, Span<double> destination) =>
        Batch.Run(new ChaikinVolatility(smoothing, change), candles, destination);
}
