using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Market facilitation index: the range of the candle per volume.</summary>
/// <remarks>NaN where nothing was traded, and where the candle is NaN. Source: B. Williams, <i>Trading Chaos</i>, 1995.</remarks>
public struct MarketFacilitation : IIndicator<Candle, double>
{
    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>Not negative, in price units per volume; known from the first call.</returns>
    public readonly double Update(in Candle value) => value.Volume == 0 ? double.NaN : (value.High - value.Low) / value.Volume;

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> destination) =>
        Batch.Run(new MarketFacilitation(), candles, destination);
}
