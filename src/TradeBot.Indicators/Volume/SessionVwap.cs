using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Volume-weighted average price since the beginning of the UTC day, with its deviation for bands.</summary>
/// <remarks>
/// The price of a candle is the mean of high, low and close. A series that begins within a day takes what it sees of that day.
/// NaN until something is traded in the day; a NaN makes the rest of its day NaN.
/// Source: S. Berkowitz, D. Logue, E. Noser, <i>Journal of Finance</i> 43(1), 1988.
/// </remarks>
public struct SessionVwap : IIndicator<Candle, VwapLines>
{
    private WeightedMoments _moments;
    private long _day;
    private bool _started;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In price units; known from the first call with volume.</returns>
    public VwapLines Update(in Candle value)
    {
        long day = value.OpenTime.Ticks / TimeSpan.TicksPerDay;
        if (!_started || day != _day)
            (_started, _day, _moments) = (true, day, default);

        _moments.Add(MoneyFlow.TypicalPrice(value), value.Volume);
        return new VwapLines(_moments.Mean, _moments.Deviation);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="vwap">One slot per candle.</param>
    /// <param name="deviation">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> vwap, Span<double> deviation)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, vwap.Length, nameof(vwap));
        Batch.RequireLength(candles.Count, deviation.Length, nameof(deviation));
        var indicator = new SessionVwap();
        for (int i = 0; i < candles.Count; i++)
            (vwap[i], deviation[i]) = indicator.Update(candles[i]);
    }
}
