using TradeBot.MarketData;

namespace TradeBot.Indicators.Statistics;

/// <summary>Half-way between the highest high and the lowest low of the last n candles.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid. Source: TA-Lib, MIDPRICE.</remarks>
public struct Midprice : IIndicator<Candle, double>
{
    private Highest _highest;
    private Lowest _lowest;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Midprice(int period)
    {
        _highest = new Highest(period);
        _lowest = new Lowest(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _highest.WarmUp;

    /// <returns>In price units, within the window's range; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value) => (_highest.Update(value.High) + _lowest.Update(value.Low)) / 2;

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new Midprice(period), candles, destination);
}
