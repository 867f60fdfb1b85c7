using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Always long, sized by a volatility target.</summary>
/// <remarks>Exposure is the smaller of 1 and target / measured volatility.</remarks>
public static class VolatilityTarget
{
    /// <summary>The rule, for the symbol of the run; intended for daily candles.</summary>
    /// <param name="volatility">Target annual volatility, as a fraction; exposure stays within equity.</param>
    /// <param name="window">Window of the volatility, in candles.</param>
    /// <param name="candlesPerYear">365 for daily candles of a market that never closes.</param>
    /// <param name="tolerance">No-trade band: how far exposure may be from the target before it is changed.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(double volatility = 0.4, int window = 20, double candlesPerYear = 365, double tolerance = 0.05) => Strategy.Rule()
        .Named("Volatility target {volatility} over {window}")
        .From("A. Moreira and T. Muir, Journal of Finance 72(4), 2017")
        .Target(Min(1, (Series)Parameter("volatility", volatility) / HistoricalVolatility(Parameter("window", window), candlesPerYear)), tolerance: tolerance)
        .Require((Series)Parameter("volatility", volatility) > 0)
        .Build();
}
