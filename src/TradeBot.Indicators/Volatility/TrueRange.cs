using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>
/// True range: the largest of high − low and the distances of high and low from the previous close, in price units.
/// </summary>
/// <remarks>
/// Unknown for the first candle, which has no previous close. NaN where the candle or the previous close is NaN.
/// Source: J. W. Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978.
/// </remarks>
public struct TrueRange : IIndicator<Candle, double>
{
    private double _previousClose = double.NaN;

    /// <summary>Before the first candle.</summary>
    public TrueRange()
    {
    }

    /// <inheritdoc/>
    public readonly int WarmUp => 2;

    /// <returns>Not negative; NaN for the first call.</returns>
    public double Update(in Candle value)
    {
        double range = Math.Max(value.High - value.Low, Math.Max(Math.Abs(value.High - _previousClose), Math.Abs(value.Low - _previousClose)));
        _previousClose = value.Close;
        return range;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> destination) =>
        Batch.Run(new TrueRange(), candles, destination);
}
