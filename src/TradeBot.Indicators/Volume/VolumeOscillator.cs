using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Volume oscillator: by how much per cent a fast simple average of volume exceeds a slow one.</summary>
/// <remarks>
/// 0 where the slow average is 0. NaN while a NaN is in the window. The default value is invalid.
/// Source: S. Achelis, <i>Technical Analysis from A to Z</i>, 1995.
/// </remarks>
public struct VolumeOscillator : IIndicator<Candle, double>
{
    private Sma _fast;
    private Sma _slow;
    private Countdown _known;

    /// <param name="fast">Length of the fast average, at least 1; 5 is usual.</param>
    /// <param name="slow">Length of the slow average, at least 1; 20 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public VolumeOscillator(int fast, int slow)
    {
        _fast = new Sma(fast);
        _slow = new Sma(slow);
        _known = new Countdown(WarmUp);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => Math.Max(_fast.WarmUp, _slow.WarmUp);

    /// <returns>In per cent; NaN for the first max(fast, slow) − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double fast = _fast.Update(value.Volume), slow = _slow.Update(value.Volume);
        if (!_known.Step())
            return double.NaN;
        return slow == 0 ? 0 : 100 * (fast - slow) / slow;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="fast">As for the constructor.</param>
    /// <param name="slow">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int fast, int slow, Span<double> destination) =>
        Batch.Run(new VolumeOscillator(fast, slow), candles, destination);
}
