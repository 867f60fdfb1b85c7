using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Heikin-Ashi candles and their direction.</summary>
/// <remarks>
/// Close is the mean of the four prices; open the middle of the body before (of this candle, for the first); high and low reach
/// over both. NaN in makes every later output NaN. Source: D. Valcu, <i>Technical Analysis of Stocks and Commodities</i> 22:2,
/// 2004.
/// </remarks>
public struct HeikinAshi : IIndicator<Candle, HeikinAshi.Bar>
{
    private double _open;
    private double _close;
    private bool _started;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>Prices in the unit of the candle's; known from the first call.</returns>
    public Bar Update(in Candle value)
    {
        _open = _started ? (_open + _close) / 2 : (value.Open + value.Close) / 2;
        _close = double.IsNaN(_open) ? double.NaN : (value.Open + value.High + value.Low + value.Close) / 4;
        _started = true;
        double high = Math.Max(value.High, Math.Max(_open, _close)), low = Math.Min(value.Low, Math.Min(_open, _close));
        return new Bar(_open, high, low, _close, Sign.Of(_close - _open));
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="open">One slot per candle.</param>
    /// <param name="high">One slot per candle.</param>
    /// <param name="low">One slot per candle.</param>
    /// <param name="close">One slot per candle.</param>
    /// <param name="direction">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, Span<double> open, Span<double> high, Span<double> low, Span<double> close,
        Span<double> direction)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, open.Length, nameof(open));
        Batch.RequireLength(candles.Count, high.Length, nameof(high));
        Batch.RequireLength(candles.Count, low.Length, nameof(low));
        Batch.RequireLength(candles.Count, close.Length, nameof(close));
        Batch.RequireLength(candles.Count, direction.Length, nameof(direction));
        var indicator = new HeikinAshi();
        for (int i = 0; i < candles.Count; i++)
            (open[i], high[i], low[i], close[i], direction[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The averaged candle.</summary>
    /// <param name="Open">Middle of the averaged body before.</param>
    /// <param name="High">The highest of the high, the open and the close.</param>
    /// <param name="Low">The lowest of the low, the open and the close.</param>
    /// <param name="Close">Mean of the four prices.</param>
    /// <param name="Direction">1 where it rises, −1 where it falls, 0 where it does neither.</param>
    public readonly record struct Bar(double Open, double High, double Low, double Close, double Direction);
}
