using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Highest high and lowest low of the last n candles, this one included, and the line half-way between.</summary>
/// <remarks>
/// A close is never outside: a rule for breakouts compares it with the channel of the candle before. Skender's library leaves out
/// this candle, so that its lines are ours one candle later. NaN while a NaN is in the window. The default value is invalid.
/// Source: R. Donchian, as described by TradingView.
/// </remarks>
public struct DonchianChannel : IIndicator<Candle, Channel>
{
    private Highest _highest;
    private Lowest _lowest;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public DonchianChannel(int period)
    {
        _highest = new Highest(period);
        _lowest = new Lowest(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _highest.WarmUp;

    /// <returns>In price units; NaN for the first period − 1 calls.</returns>
    public Channel Update(in Candle value)
    {
        double upper = _highest.Update(value.High), lower = _lowest.Update(value.Low);
        return new Channel(lower, (lower + upper) / 2, upper);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="lower">One slot per candle.</param>
    /// <param name="middle">One slot per candle.</param>
    /// <param name="upper">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> lower, Span<double> middle, Span<double> upper)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, lower.Length, nameof(lower));
        Batch.RequireLength(candles.Count, middle.Length, nameof(middle));
        Batch.RequireLength(candles.Count, upper.Length, nameof(upper));
        var indicator = new DonchianChannel(period);
        for (int i = 0; i < candles.Count; i++)
            (lower[i], middle[i], upper[i]) = indicator.Update(candles[i]);
    }
}
