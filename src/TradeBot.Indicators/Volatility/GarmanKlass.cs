using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Garman-Klass volatility: from ranges and bodies of the last n candles, per candle.</summary>
/// <remarks>
/// <c>√mean(½ ln²(high / low) − (2 ln 2 − 1) ln²(close / open))</c>. Assumes no drift and no gaps. NaN while a NaN, or a price that is not positive,
/// is in the window. The default value is invalid. Source: M. Garman, M. Klass, <i>Journal of Business</i> 53(1), 1980.
/// </remarks>
public struct GarmanKlass : IIndicator<Candle, double>
{
    private Sma _mean;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public GarmanKlass(int period) => _mean = new Sma(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _mean.WarmUp;

    /// <returns>Not negative, a fraction per candle; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double term = 0.5 * LogReturn.Squared(value.High, value.Low)
            - (2 * Math.Log(2) - 1) * LogReturn.Squared(value.Close, value.Open);
        return Math.Sqrt(Math.Max(_mean.Update(term), 0)); // a term is at least 0.11 ln²(high / low): only rounding falls below
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new GarmanKlass(period), candles, destination);
}
