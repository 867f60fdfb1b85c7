using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Trades two symbols back to their usual ratio: the cheap one long, the dear one short.</summary>
public static class PairsZScore
{
    /// <summary>The rule on a pair; half of equity on each side.</summary>
    /// <param name="first">Long when it is cheap against the other.</param>
    /// <param name="second">The other.</param>
    /// <param name="timeframe">The length of the candles of both.</param>
    /// <param name="window">Over how many candles the ratio's mean and deviation are taken.</param>
    /// <param name="entry">Enters when the logarithm of the ratio is so many deviations away from its mean.</param>
    /// <param name="exit">Leaves when it is nearer than so many deviations.</param>
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
