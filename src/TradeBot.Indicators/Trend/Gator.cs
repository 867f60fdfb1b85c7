using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Gator oscillator: how far the alligator's mouth is open above and below its teeth.</summary>
/// <remarks>NaN in makes every later output NaN. Source: B. Williams, <i>New Trading Dimensions</i>, 1998.</remarks>
public struct Gator : IIndicator<Candle, Gator.Lines>
{
    private Alligator _alligator = new();

    /// <summary>Before the first candle.</summary>
    public Gator()
    {
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _alligator.WarmUp;

    /// <returns>Upper not negative, lower not positive, in price units; NaN for the first 20 calls.</returns>
    public Lines Update(in Candle value)
    {
        Alligator.Lines lines = _alligator.Update(value);
        return new Lines(Math.Abs(lines.Jaw - lines.Teeth), -Math.Abs(lines.Teeth - lines.Lips));
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="upper">One slot per candle.</param>
    /// <param name="lower">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> upper, Span<double> lower)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, upper.Length, nameof(upper));
        Batch.RequireLength(candles.Count, lower.Length, nameof(lower));
        var indicator = new Gator();
        for (int i = 0; i < candles.Count; i++)
            (upper[i], lower[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The bars after one candle.</summary>
    /// <param name="Upper">Distance of jaw and teeth.</param>
    /// <param name="Lower">Distance of teeth and lips, below zero.</param>
    public readonly record struct Lines(double Upper, double Lower);
}
