using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Long above the cloud with the conversion line above the base line, until the close falls below the cloud.</summary>
public static class IchimokuCloud
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="conversion">Candles of the conversion line.</param>
    /// <param name="baseline">Candles of the base line.</param>
    /// <param name="span">Candles of the second leading span.</param>
    /// <param name="displacement">Displacement of the cloud in candles.</param>
    /// <param name="allowShort">Whether to be short below the cloud.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(int conversion = 9, int baseline = 26, int span = 52, int displacement = 26, bool allowShort = false)
    {
        IndicatorSeries ichimoku = Ichimoku(
            Parameter("conversion", conversion), Parameter("baseline", baseline), Parameter("span", span), Parameter("displacement", displacement));
        Series top = Max(ichimoku["leading a"], ichimoku["leading b"]), bottom = Min(ichimoku["leading a"], ichimoku["leading b"]);
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"Ichimoku {{conversion}}/{{baseline}}/{{span}}, {{displacement}} ahead{(allowShort ? " long-short" : "")}"))
            .From("G. Hosoda, 1969; N. Elliott, Ichimoku Charts, 2007")
            .Require((Series)Parameter("conversion", conversion) < Parameter("baseline", baseline) & (Series)Parameter("baseline", baseline) <= Parameter("span", span))
            .Long(Close > top & ichimoku["conversion"] > ichimoku["base"]).ExitLong(Close < bottom);
        return (allowShort ? rule.Short(Close < bottom & ichimoku["conversion"] < ichimoku["base"]).ExitShort(Close > top) : rule).Build();
    }
}
