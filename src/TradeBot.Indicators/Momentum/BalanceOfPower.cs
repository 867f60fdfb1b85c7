using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Balance of power: the body of the candle over its range, from −1 to 1.</summary>
/// <remarks>
/// 0 where the range is 0. NaN where a price is. Source: I. Livshin, <i>Stocks &amp; Commodities</i> 19(8), 2001.
/// </remarks>
public struct BalanceOfPower : IIndicator<Candle, double>
{
    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>From −1 to 1.</returns>
    public double Update(in Candle value)
    {
        double range = value.High - value.Low, body = value.Close - value.Open;
        return range == 0 ? 0 * body : body / range;
    }
}
