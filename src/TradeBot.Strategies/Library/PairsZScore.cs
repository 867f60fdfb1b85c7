using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Pairs trading on the mean reversion of a price ratio: long the cheap symbol, short the expensive one.</summary>
public static class PairsZScore
{
    /// <summary>The rule on a pair, with half of equity on each side.</summary>
    /// <param name="first">The first symbol; long when it is cheap relative to the other.</param>
    /// <param name="second">The other symbol.</param>
    /// <param name="timeframe">The length of the candles of both.</param>
    /// <param name="window">Window of the ratio's mean and deviation, in candles.</param>
    /// <param name="entry">Entry threshold on the z-score of the log ratio.</param>
    /// <param name="exit">Exit threshold on the z-score.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(string first, string second, Timeframe timeframe, int window = 60, double entry = 2, double exit = 0.5)
    {
        Series score = ZScore(Parameter("window", window)).Of(Log(Close / Close.On(second)));
        Series far = Parameter("entry", entry), near = Parameter("exit_score", exit);
        return Strategy.On(first, timeframe)
            .Named(FormattableString.Invariant($"Pair {first}/{second} z-score {{window}} {{entry}}/{{exit_score}}"))
            .From("E. Gatev, W. Goetzmann and K. G. Rouwenhorst, Review of Financial Studies 19(3), 2006, in rolling form")
            .Long(score < -far, 0.5).ExitLong(score > -near)
            .Short(score > far, 0.5).ExitShort(score < near)
            .Hedge(second)
            .Require(near < far & near >= 0)
            .Build();
    }
}
