using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>
/// Williams's accumulation/distribution: the sum of the ways from the true low to a higher close and from the true high to a
/// lower one.
/// </summary>
/// <remarks>
/// The true low is the lower of low and previous close, the true high the higher of high and previous close. Starts at 0 with the
/// first candle. It does not read volume. NaN in makes every later output NaN. Source: L. Williams, <i>How I Made One Million
/// Dollars</i>, 1973; the form of Tulip.
/// </remarks>
public struct WilliamsAccumulation : IIndicator<Candle, double>
{
    private double _previous;
    private double _sum;
    private bool _started;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In price units; 0 for the first call.</returns>
    public double Update(in Candle value)
    {
        double earlier = _started ? _previous : value.Close;
        _previous = value.Close;
        _started = true;
        double low = value.Close - Math.Min(value.Low, earlier), high = value.Close - Math.Max(value.High, earlier);
        double change = value.Close - earlier;
        return _sum += change > 0 ? low : change < 0 ? high : 0 * (low + high);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> destination) =>
        Batch.Run(new WilliamsAccumulation(), candles, destination);
}
