using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Camarilla levels of a UTC day: the close of the day before and shares of its range, closest at the inner levels.
/// </summary>
/// <remarks>
/// Levels lie at 1.1/12, 1.1/6, 1.1/4 and 1.1/2 of the range to either side of the close; the pivot is (H + L + C) / 3.
/// Known from the first candle of the second day, as <see cref="PivotPoints"/>. A NaN makes the levels of the next day NaN.
/// Source: N. Scott, 1989, as described by TradingView.
/// </remarks>
public struct CamarillaPivots : IIndicator<Candle, CamarillaPivots.Levels>
{
    private PreviousDay _day;
    private Levels _levels =
        new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Before the first candle.</summary>
    public CamarillaPivots()
    {
    }

    /// <summary>2 at the least: the levels are known from the first candle after a whole UTC day.</summary>
    public readonly int WarmUp => 2;

    /// <returns>Price levels of this candle's day; NaN until a whole UTC day has ended.</returns>
    public Levels Update(in Candle value)
    {
        if (_day.Update(value) && _day.IsKnown)
        {
            double unit = 1.1 * (_day.High - _day.Low), close = _day.Close;
            _levels = new Levels(
                close - unit / 2, close - unit / 4, close - unit / 6, close - unit / 12, (_day.High + _day.Low + close) / 3,
                close + unit / 12, close + unit / 6, close + unit / 4, close + unit / 2);
        }

        return _levels;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="support4">One slot per candle.</param>
    /// <param name="support3">One slot per candle.</param>
    /// <param name="support2">One slot per candle.</param>
    /// <param name="support1">One slot per candle.</param>
    /// <param name="pivot">One slot per candle.</param>
    /// <param name="resistance1">One slot per candle.</param>
    /// <param name="resistance2">One slot per candle.</param>
    /// <param name="resistance3">One slot per candle.</param>
    /// <param name="resistance4">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, Span<double> support4, Span<double> support3, Span<double> support2, Span<double> support1,
        Span<double> pivot, Span<double> resistance1, Span<double> resistance2, Span<double> resistance3,
        Span<double> resistance4)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, support4.Length, nameof(support4));
        Batch.RequireLength(candles.Count, support3.Length, nameof(support3));
        Batch.RequireLength(candles.Count, support2.Length, nameof(support2));
        Batch.RequireLength(candles.Count, support1.Length, nameof(support1));
        Batch.RequireLength(candles.Count, pivot.Length, nameof(pivot));
        Batch.RequireLength(candles.Count, resistance1.Length, nameof(resistance1));
        Batch.RequireLength(candles.Count, resistance2.Length, nameof(resistance2));
        Batch.RequireLength(candles.Count, resistance3.Length, nameof(resistance3));
        Batch.RequireLength(candles.Count, resistance4.Length, nameof(resistance4));
        var indicator = new CamarillaPivots();
        for (int i = 0; i < candles.Count; i++)
            (
                support4[i], support3[i], support2[i], support1[i], pivot[i], resistance1[i], resistance2[i], resistance3[i],
                resistance4[i]
            ) = indicator.Update(candles[i]);
    }

    /// <summary>The levels of a day, lowest first.</summary>
    /// <param name="Support4">Fourth level below the close: a fall through it breaks out.</param>
    /// <param name="Support3">Third level below the close: a fall is expected to turn here.</param>
    /// <param name="Support2">Second level below the close.</param>
    /// <param name="Support1">First level below the close.</param>
    /// <param name="Pivot">Mean of high, low and close.</param>
    /// <param name="Resistance1">First level above the close.</param>
    /// <param name="Resistance2">Second level above the close.</param>
    /// <param name="Resistance3">Third level above the close: a rise is expected to turn here.</param>
    /// <param name="Resistance4">Fourth level above the close: a rise through it breaks out.</param>
    public readonly record struct Levels(
        double Support4, double Support3, double Support2, double Support1, double Pivot,
        double Resistance1, double Resistance2, double Resistance3, double Resistance4);
}
