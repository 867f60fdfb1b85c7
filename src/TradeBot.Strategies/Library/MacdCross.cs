using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Long when MACD crosses above its signal line, until it crosses below.</summary>
public static class MacdCross
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="fast">Period of the fast average.</param>
    /// <param name="slow">Period of the slow average.</param>
    /// <param name="signal">Period of the signal line.</param>
    /// <param name="allowShort">Whether to be short after a cross below; otherwise flat.</param>
    /// <exception cref="StrategyException">A period is not accepted.</exception>
    public static RuleStrategy Rule(int fast = 12, int slow = 26, int signal = 9, bool allowShort = false)
    {
        IndicatorSeries macd = Macd(Parameter("fast", fast), Parameter("slow", slow), Parameter("signal", signal));
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"MACD cross {{fast}}/{{slow}}/{{signal}}{(allowShort ? " long-short" : "")}"))
            .From("G. Appel, The Moving Average Convergence Divergence Trading Method, 1979")
            .Require((Series)Parameter("fast", fast) < Parameter("slow", slow))
            .Long(macd.CrossesAbove(macd.Signal));
        Condition down = macd.CrossesBelow(macd.Signal);
        return (allowShort ? rule.Short(down) : rule.Exit(down)).Build();
    }
}
