using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>
/// Chaikin money flow: the share of the volume of n candles that was bought less the share that was sold, from −1 to 1.
/// </summary>
/// <remarks>
/// NaN where nothing was traded in the window. NaN while a NaN is in the window. The default value is invalid.
/// Source: M. Chaikin, as described by StockCharts.
/// </remarks>
public struct ChaikinMoneyFlow : IIndicator<Candle, double>
{
    private Sma _flow;
    private Sma _volume;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public ChaikinMoneyFlow(int period)
    {
        _flow = new Sma(period);
        _volume = new Sma(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _volume.WarmUp;

    /// <returns>From −1 to 1; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double flow = _flow.Update(MoneyFlow.Volume(value)), volume = _volume.Update(value.Volume);
        return volume == 0 ? double.NaN : flow / volume;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new ChaikinMoneyFlow(period), candles, destination);
}
