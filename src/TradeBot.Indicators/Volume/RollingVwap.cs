using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Volume-weighted average price of the last n candles.</summary>
/// <remarks>
/// The price of a candle is the mean of high, low and close. NaN where nothing was traded in the window.
/// NaN while a NaN is in the window. The default value is invalid.
/// </remarks>
public struct RollingVwap : IIndicator<Candle, double>
{
    private Sma _turnover;
    private Sma _volume;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public RollingVwap(int period)
    {
        _turnover = new Sma(period);
        _volume = new Sma(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _volume.WarmUp;

    /// <returns>In price units; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double turnover = _turnover.Update(MoneyFlow.TypicalPrice(value) * value.Volume), volume = _volume.Update(value.Volume);
        return volume == 0 ? double.NaN : turnover / volume;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new RollingVwap(period), candles, destination);
}
