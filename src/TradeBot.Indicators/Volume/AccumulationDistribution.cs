using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Accumulation/distribution line: the sum of volumes, each weighted by where its candle closed in its range.</summary>
/// <remarks>
/// A candle without range adds nothing. NaN in makes every later output NaN.
/// Source: M. Chaikin, as described by S. Achelis, <i>Technical Analysis from A to Z</i>, 1995.
/// </remarks>
public struct AccumulationDistribution : IIndicator<Candle, double>
{
    private double _line;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In base currency; known from the first call.</returns>
    public double Update(in Candle value) => _line += MoneyFlow.Volume(value);

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> destination) =>
        Batch.Run(new AccumulationDistribution(), candles, destination);
}
