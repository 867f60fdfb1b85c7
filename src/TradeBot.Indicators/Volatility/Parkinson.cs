using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Parkinson's volatility: from the ranges of the last n candles alone, per candle.</summary>
/// <remarks>
/// <c>√(mean ln²(high / low) / (4 ln 2))</c>. Assumes no drift and no gaps. NaN while a NaN, or a price that is not positive, is in the window.
/// The default value is invalid. Source: M. Parkinson, <i>Journal of Business</i> 53(1), 1980.
/// </remarks>
public struct Parkinson : IIndicator<Candle, double>
{
    private Sma _mean;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Parkinson(int period) => _mean = new Sma(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _mean.WarmUp;

    /// <returns>Not negative, a fraction per candle; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double variance = _mean.Update(LogReturn.Squared(value.High, value.Low)) / (4 * Math.Log(2));
        return Math.Sqrt(Math.Max(variance, 0));
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new Parkinson(period), candles, destination);
}
