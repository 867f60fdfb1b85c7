using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>
/// Negative volume index: 1,000 compounded with the returns of the candles that had less volume than the one before.
/// </summary>
/// <remarks>NaN in makes every later output NaN. Source: P. Dysart; N. Fosback, <i>Stock Market Logic</i>, 1976.</remarks>
public struct NegativeVolumeIndex : IIndicator<Candle, double>
{
    private VolumeIndex _index = new(-1);

    /// <summary>Before the first candle.</summary>
    public NegativeVolumeIndex()
    {
    }

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>Positive for positive closes; 1,000 for the first call.</returns>
    public double Update(in Candle value) => _index.Update(value);

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> destination) =>
        Batch.Run(new NegativeVolumeIndex(), candles, destination);
}
