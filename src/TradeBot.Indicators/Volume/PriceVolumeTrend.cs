using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Price volume trend: the sum of volumes, each weighted by the return of its candle.</summary>
/// <remarks>
/// Starts at 0 with the first candle. NaN in, or a close of 0, makes every later output NaN.
/// Source: S. Achelis, <i>Technical Analysis from A to Z</i>, 1995.
/// </remarks>
public struct PriceVolumeTrend : IIndicator<Candle, double>
{
    private double _previous;
    private double _sum;
    private bool _started;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In base currency; 0 for the first call.</returns>
    public double Update(in Candle value)
    {
        double earlier = _started ? _previous : value.Close;
        _previous = value.Close;
        _sum += earlier == 0 ? double.NaN : (value.Close - earlier) / earlier * value.Volume;
        _started = true;
        return _sum;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> destination) =>
        Batch.Run(new PriceVolumeTrend(), candles, destination);
}
