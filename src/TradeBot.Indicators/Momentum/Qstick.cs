using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Qstick: the mean body, close minus open, of the last n candles.</summary>
/// <remarks>
/// NaN while a NaN is in the window. The default value is invalid.
/// Source: T. Chande and S. Kroll, <i>The New Technical Trader</i>, 1994.
/// </remarks>
public struct Qstick : IIndicator<Candle, double>
{
    private Sma _mean;

    /// <param name="period">How many candles the mean covers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Qstick(int period) => _mean = new Sma(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _mean.WarmUp;

    /// <returns>The mean body, in the unit of prices; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value) => _mean.Update(value.Close - value.Open);
}
