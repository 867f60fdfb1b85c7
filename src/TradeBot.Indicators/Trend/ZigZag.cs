using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>ZigZag: the end of the present leg between turning points, which moves with every new extreme. It repaints.</summary>
/// <remarks>
/// A leg ends when the price has reversed by the threshold from its extreme; until then the extreme is a guess at a turning
/// point, and the line that a chart draws to it changes. <see cref="ConfirmedZigZag"/> reports only confirmed points. NaN in makes
/// every later output NaN. The default value is invalid. Source: R. W. Schabacker's swings, in the percentage form of MetaStock.
/// </remarks>
public struct ZigZag : IIndicator<Candle, ZigZag.Lines>
{
    private Swing _swing;

    /// <param name="threshold">Least move of a leg, as a fraction of the price; in (0, 1), 0.05 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is out of range.</exception>
    public ZigZag(double threshold) => _swing = new Swing(Parameter.Between(threshold, 0, 1));

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>The end of the leg in price units, and its direction; known from the first call.</returns>
    public Lines Update(in Candle value)
    {
        _swing.Update(value);
        return new Lines(_swing.Extreme, _swing.Direction);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="threshold">As for the constructor.</param>
    /// <param name="extreme">One slot per candle.</param>
    /// <param name="direction">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, double threshold, Span<double> extreme, Span<double> direction)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, extreme.Length, nameof(extreme));
        Batch.RequireLength(candles.Count, direction.Length, nameof(direction));
        var indicator = new ZigZag(threshold);
        for (int i = 0; i < candles.Count; i++)
            (extreme[i], direction[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The state after one candle.</summary>
    /// <param name="Extreme">Highest price of a rising leg, lowest of a falling one; the first close before the first leg.</param>
    /// <param name="Direction">1 on a rising leg, −1 on a falling one, 0 before the first.</param>
    public readonly record struct Lines(double Extreme, double Direction);
}
