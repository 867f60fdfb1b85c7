using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Long while a fast exponential average is above a slow one, otherwise flat or short.</summary>
public static class EmaCross
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="fast">Period of the fast average in candles, at least 1.</param>
    /// <param name="slow">Period of the slow average in candles, above <paramref name="fast"/>.</param>
    /// <param name="allowShort">Whether to be short while the fast average is below; otherwise flat.</param>
    /// <exception cref="StrategyException">A period is not accepted, or <paramref name="slow"/> is not above <paramref name="fast"/>.</exception>
    public static RuleStrategy Rule(int fast = 12, int slow = 26, bool allowShort = false)
    {
        Argument shorter = Parameter("fast", fast), longer = Parameter("slow", slow);
        Series quick = Ema(shorter), steady = Ema(longer);
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"EMA cross {{fast}}/{{slow}}{(allowShort ? " long-short" : "")}"))
            .From("R. Donchian's crossing of averages, in the exponential form of G. Appel, 1979")
            .Require((Series)shorter < longer)
            .Long(quick > steady);
        return (allowShort ? rule.Short(quick < steady) : rule.Exit(quick < steady)).Build();
    }
}
