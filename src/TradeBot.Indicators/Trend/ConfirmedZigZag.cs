using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>The last confirmed turning point of the ZigZag: one from which the price has reversed by the threshold.</summary>
/// <remarks>
/// Known only when confirmed, some candles after the extreme itself, and never taken back. NaN in makes every later output NaN.
/// The default value is invalid. Source: as <see cref="ZigZag"/>.
/// </remarks>
public struct ConfirmedZigZag : IIndicator<Candle, ConfirmedZigZag.Lines>
{
    private Swing _swing;

    /// <param name="threshold">Least move of a leg, as a fraction of the price; in (0, 1), 0.05 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is out of range.</exception>
    public ConfirmedZigZag(double threshold) => _swing = new Swing(Parameter.Between(threshold, 0, 1));

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>The turning point in price units, and the direction since; known from the first call.</returns>
    public Lines Update(in Candle value)
    {
        _swing.Update(value);
        return new Lines(_swing.Pivot, _swing.Direction);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="threshold">As for the constructor.</param>
    /// <param name="pivot">One slot per candle.</param>
    /// <param name="direction">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, double threshold, Span<double> pivot, Span<double> direction)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, pivot.Length, nameof(pivot));
        Batch.RequireLength(candles.Count, direction.Length, nameof(direction));
        var indicator = new ConfirmedZigZag(threshold);
        for (int i = 0; i < candles.Count; i++)
            (pivot[i], direction[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The state after one candle.</summary>
    /// <param name="Pivot">Price of the last confirmed turning point; the first close before the first.</param>
    /// <param name="Direction">1 after a low, −1 after a high, 0 before the first.</param>
    public readonly record struct Lines(double Pivot, double Direction);
}
