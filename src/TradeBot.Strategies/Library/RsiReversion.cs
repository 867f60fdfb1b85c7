using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys when RSI leaves the oversold zone and exits when it reaches the overbought zone.</summary>
public static class RsiReversion
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="period">Period of the RSI.</param>
    /// <param name="oversold">Lower level, from 0 to 100.</param>
    /// <param name="overbought">Upper level, from 0 to 100.</param>
    /// <exception cref="StrategyException">A period is not accepted.</exception>
    public static RuleStrategy Rule(int period = 14, double oversold = 30, double overbought = 70)
    {
        Series rsi = Rsi(Parameter("period", period)), low = Parameter("oversold", oversold), high = Parameter("overbought", overbought);
        return Strategy.Rule()
            .Named("RSI reversion {period} {oversold}/{overbought}")
            .From("J. W. Wilder, New Concepts in Technical Trading Systems, 1978")
            .Long(rsi.CrossesAbove(low))
            .Exit(rsi > high)
            .Require(low >= 0 & low < high & high <= 100)
            .Build();
    }
}
