using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Follows the sign of the past return, sized by a volatility target.</summary>
/// <remarks>
/// Exposure is the sign of the return times the smaller of 1 and target / measured volatility. It is changed when it is more
/// than 0.05 away from the held exposure, or changes side.
/// </remarks>
public static class TimeSeriesMomentum
{
    /// <summary>The rule, for the symbol of the run; intended for daily candles.</summary>
    /// <param name="lookback">Lookback of the return, in candles.</param>
    /// <param name="volatility">Target annual volatility, as a fraction; exposure stays within equity.</param>
    /// <param name="window">Window of the volatility, in candles.</param>
    /// <param name="candlesPerYear">365 for daily candles of a market that never closes.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(int lookback = 252, double volatility = 0.4, int window = 60, double candlesPerYear = 365) => Strategy.Rule()
        .Named("Time-series momentum {lookback}, volatility {volatility} over {window}")
        .From("T. Moskowitz, Y. H. Ooi and L. H. Pedersen, Journal of Financial Economics 104(2), 2012")
        .Target(
            Sign(Close.ChangeRate(Parameter("lookback", lookback)))
                * Min(1, (Series)Parameter("volatility", volatility) / HistoricalVolatility(Parameter("window", window), candlesPerYear)),
            tolerance: 0.05)
        .Require((Series)Parameter("volatility", volatility) > 0)
        .Build();
}
