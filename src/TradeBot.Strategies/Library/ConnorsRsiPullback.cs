using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys a pullback in an uptrend: a two-candle RSI near 0 above a long moving average.</summary>
public static class ConnorsRsiPullback
{
    /// <summary>The rule, for the symbol of the run; intended for daily candles.</summary>
    /// <param name="period">Period of the RSI.</param>
    /// <param name="oversold">Buys below this level.</param>
    /// <param name="trend">Period of the long average.</param>
    /// <param name="exit">Period of the short average above which the position is closed.</param>
    /// <exception cref="StrategyException">A period is not accepted.</exception>
    public static RuleStrategy Rule(int period = 2, double oversold = 5, int trend = 200, int exit = 5) => Strategy.Rule()
        .Named("RSI({period}) pullback below {oversold} above SMA {trend}, until above SMA {exit_period}")
        .From("L. Connors and C. Alvarez, Short Term Trading Strategies That Work, 2008")
        .Long(Rsi(Parameter("period", period)) < Parameter("oversold", oversold) & Close > Sma(Parameter("trend", trend)))
        .Exit(Close > Sma(Parameter("exit_period", exit)))
        .Require((Series)Parameter("oversold", oversold) > 0 & (Series)Parameter("oversold", oversold) < 100)
        .Require((Series)Parameter("exit_period", exit) < Parameter("trend", trend))
        .Build();
}
