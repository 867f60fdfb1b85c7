using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Long while Supertrend rises, otherwise flat or short.</summary>
public static class SupertrendFollow
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="period">Period of the average true range.</param>
    /// <param name="multiple">Distance of the line in average true ranges.</param>
    /// <param name="allowShort">Whether to be short while Supertrend falls; otherwise flat.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(int period = 10, double multiple = 3, bool allowShort = false)
    {
        Series direction = Supertrend(Parameter("period", period), Parameter("multiple", multiple))["direction"];
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"Supertrend {{period}} x {{multiple}}{(allowShort ? " long-short" : "")}"))
            .From("O. Seban's Supertrend")
            .Long(direction > 0);
        return (allowShort ? rule.Short(direction < 0) : rule.Exit(direction < 0)).Build();
    }
}
