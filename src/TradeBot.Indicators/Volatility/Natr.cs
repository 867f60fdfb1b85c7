using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Average true range in per cent of the close.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: J. Forman, <i>Technical Analysis of Stocks and Commodities</i> 24:5, 2006.
/// </remarks>
public struct Natr : IIndicator<Candle, double>
{
    private Atr _atr;

    /// <param name="period">Smoothing length in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Natr(int period) => _atr = new Atr(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _atr.WarmUp;

    /// <returns>Not negative, in per cent; NaN for the first period calls and where the close is 0.</returns>
    public double Update(in Candle value)
    {
        double atr = _atr.Update(value);
        return value.Close == 0 ? double.NaN : 100 * atr / value.Close;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new Natr(period), candles, destination);
}
