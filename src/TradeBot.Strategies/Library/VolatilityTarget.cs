using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Always long, as large as a target of volatility allows.</summary>
/// <remarks>Exposure is the lesser of 1 and target / measured volatility.</remarks>
public static class VolatilityTarget
{
    /// <summary>The rule, for whichever symbol it is run on; meant for daily candles.</summary>
    /// <param name="volatility">Yearly volatility to aim at, as a fraction; exposure stays within equity.</param>
    /// <param name="window">Over how many candles volatility is measured.</param>
    /// <param name="candlesPerYear">365 for daily candles of a market that never closes.</param>
    /// <param name="tolerance">How far exposure may be from the wanted one before it is changed.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(double volatility = 0.4, int window = 20, double candlesPerYear = 365, double tolerance = 0.05) => Strategy.Rule()
        .Named("Volatility target {volatility} over {window}")
        .From("A. Moreira and T. Muir, Journal of Finance 72(4), 2017")
        .Target(Min(1, (Series)Parameter("volatility", volatility) / HistoricalVolatility(Parameter("window", window), candlesPerYear)), tolerance: tolerance)
        .Require((Series)Parameter("volatility", volatility) > 0)
        .Build();
}
