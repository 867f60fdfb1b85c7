using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys a new high, adds to the position as the trend continues, and exits at a new low of fewer candles or a stop.</summary>
/// <remarks>
/// The Turtles' system 1 in closes: a quarter of equity per unit, four units at most, one more for each half average
/// range by which the close is above that of the last breakout. The stop is measured from the average entry price, in average
/// ranges of the first unit's candle. Not included: the skip after a winning trade, and volatility sizing.
/// </remarks>
public static class TurtleBreakout
{
    /// <summary>The rule, for the symbol of the run; intended for daily candles.</summary>
    /// <param name="entry">Entry channel: buys above the highest high of this many previous candles.</param>
    /// <param name="exit">Exit channel: sells below the lowest low of this many previous candles.</param>
    /// <param name="range">Period of the average true range.</param>
    /// <param name="stop">Distance of the stop in average true ranges.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(int entry = 20, int exit = 10, int range = 20, double stop = 2)
    {
        Series unit = Atr(Parameter("range", range));
        Condition breakout = Close > Highest(High, Parameter("entry", entry))[1];
        return Strategy.Rule()
            .Named("Turtle breakout {entry}/{exit_candles}, stop {stop} x ATR({range})")
            .From("C. Faith, Way of the Turtle, 2007")
            .Long(breakout, 0.25)
            .Exit(Close < Lowest(Low, Parameter("exit_candles", exit))[1])
            .Pyramid(Close > ValueWhen(breakout, Close)[1] + (0.5 * unit), 0.25, times: 3)
            .Stop((Series)Parameter("stop", stop) * unit)
            .Require((Series)Parameter("exit_candles", exit) < Parameter("entry", entry))
            .Require((Series)Parameter("stop", stop) > 0)
            .Build();
    }
}
