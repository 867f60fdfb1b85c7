using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Mass index: the sum of the ratios of the smoothed range to its twice smoothed self, which bulges when ranges widen and narrow
/// again.
/// </summary>
/// <remarks>
/// Each exponential average starts from the mean of its first values; Tulip starts from the first value. A ratio of 0 to 0 counts
/// as 1. NaN in makes every later output NaN. The default value is invalid. Source: D. Dorsey, <i>Technical Analysis of Stocks
/// and Commodities</i> 10:6, 1992.
/// </remarks>
public struct MassIndex : IIndicator<Candle, double>
{
    private readonly int _sum;
    private Ema _once;
    private Ema _twice;
    private Sma _ratio;
    private Countdown _onceKnown;
    private Countdown _twiceKnown;

    /// <param name="smoothing">Length of both exponential averages, at least 1; 9 is Dorsey's.</param>
    /// <param name="sum">How many ratios are added, at least 1; 25 is Dorsey's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public MassIndex(int smoothing, int sum)
    {
        _sum = sum;
        _once = new Ema(smoothing);
        _twice = new Ema(smoothing);
        _ratio = new Sma(sum);
        _onceKnown = new Countdown(smoothing);
        _twiceKnown = new Countdown(smoothing);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => 2 * _once.WarmUp + _sum - 2;

    /// <returns>Around <c>sum</c>, not negative; NaN for the first 2 · smoothing + sum − 3 calls.</returns>
    public double Update(in Candle value)
    {
        double once = _once.Update(value.High - value.Low);
        if (!_onceKnown.Step())
            return double.NaN;

        double twice = _twice.Update(once);
        if (!_twiceKnown.Step())
            return double.NaN;

        return _sum * _ratio.Update(once == 0 && twice == 0 ? 1 : once / twice);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="smoothing">As for the constructor.</param>
    /// <param name="sum">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int smoothing, int sum, Span<double> destination) =>
        Batch.Run(new MassIndex(smoothing, sum), candles, destination);
}
