using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Chaikin oscillator: a fast less a slow exponential average of the accumulation/distribution line.</summary>
/// <remarks>
/// Each average starts from the mean of its first values; TA-Lib and Tulip start both from the first value, and converge to the
/// same. NaN in makes every later output NaN. The default value is invalid. Source: M. Chaikin, as described by S. Achelis,
/// <i>Technical Analysis from A to Z</i>, 1995.
/// </remarks>
public struct ChaikinOscillator : IIndicator<Candle, double>
{
    private AccumulationDistribution _line;
    private Ema _fast;
    private Ema _slow;

    /// <param name="fast">Length of the fast average, at least 1; 3 is usual.</param>
    /// <param name="slow">Length of the slow average, at least 1; 10 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public ChaikinOscillator(int fast, int slow)
    {
        _fast = new Ema(fast);
        _slow = new Ema(slow);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => Math.Max(_fast.WarmUp, _slow.WarmUp);

    /// <returns>In base currency; NaN for the first max(fast, slow) − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double line = _line.Update(value);
        return _fast.Update(line) - _slow.Update(line);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="fast">As for the constructor.</param>
    /// <param name="slow">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int fast, int slow, Span<double> destination) =>
        Batch.Run(new ChaikinOscillator(fast, slow), candles, destination);
}
