using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Volume-weighted average price since a moment, with its deviation for bands.</summary>
/// <remarks>
/// The price of a candle is the mean of high, low and close. Candles that open before the anchor are ignored. NaN until
/// something is traded from the anchor on; a NaN from there on makes every later output NaN. Source: B. Shannon, <i>Maximum
/// Trading Gains with Anchored VWAP</i>, 2023.
/// </remarks>
public struct AnchoredVwap : IIndicator<Candle, VwapLines>
{
    private readonly DateTime _anchor;
    private WeightedMoments _moments;

    /// <param name="anchor">Open time of the first candle that counts, UTC; a moment before the first candle counts all.</param>
    public AnchoredVwap(DateTime anchor) => _anchor = anchor;

    /// <summary>1 when the first candle counts; later by as many candles as open before the anchor.</summary>
    public readonly int WarmUp => 1;

    /// <returns>In price units; NaN before the anchor.</returns>
    public VwapLines Update(in Candle value)
    {
        if (value.OpenTime >= _anchor)
            _moments.Add(MoneyFlow.TypicalPrice(value), value.Volume);
        return new VwapLines(_moments.Mean, _moments.Deviation);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="anchor">As for the constructor.</param>
    /// <param name="vwap">One slot per candle.</param>
    /// <param name="deviation">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, DateTime anchor, Span<double> vwap, Span<double> deviation)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, vwap.Length, nameof(vwap));
        Batch.RequireLength(candles.Count, deviation.Length, nameof(deviation));
        var indicator = new AnchoredVwap(anchor);
        for (int i = 0; i < candles.Count; i++)
            (vwap[i], deviation[i]) = indicator.Update(candles[i]);
    }
}
