using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Rogers-Satchell volatility: from the four prices of the last n candles, whatever the drift, per candle.</summary>
/// <remarks>
/// <c>√mean(ln(high / close) ln(high / open) + ln(low / close) ln(low / open))</c>. Assumes no gaps. NaN while a NaN, or a price that is not positive,
/// is in the window. The default value is invalid. Source: L. C. G. Rogers, S. E. Satchell, <i>Annals of Applied Probability</i>
/// 1(4), 1991.
/// </remarks>
public struct RogersSatchell : IIndicator<Candle, double>
{
    private Sma _mean;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public RogersSatchell(int period) => _mean = new Sma(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _mean.WarmUp;

    /// <returns>Not negative, a fraction per candle; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value) => Math.Sqrt(Math.Max(_mean.Update(Term(value)), 0));

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new RogersSatchell(period), candles, destination);

    /// <summary>What one candle adds to the variance; not negative.</summary>
    internal static double Term(in Candle value) =>
        LogReturn.Of(value.High, value.Close) * LogReturn.Of(value.High, value.Open)
        + LogReturn.Of(value.Low, value.Close) * LogReturn.Of(value.Low, value.Open);
}
