using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys when the Bollinger bands come out of the Keltner channel upwards, and sells when momentum is gone.</summary>
/// <remarks>
/// Momentum is the close less its simple average. Enters at the first candle after a squeeze with momentum above 0, leaves
/// when momentum is below 0; short alike.
/// </remarks>
public static class KeltnerSqueeze
{
    /// <summary>The rule, for whichever symbol it is run on.</summary>
    /// <param name="period">Of bands, channel and momentum.</param>
    /// <param name="deviations">Half the width of the bands.</param>
    /// <param name="ranges">Half the width of the channel, in average true ranges.</param>
    /// <param name="allowShort">Whether to sell a release downwards short.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(int period = 20, double deviations = 2, double ranges = 1.5, bool allowShort = false)
    {
        Argument length = Parameter("period", period);
        Condition released = (!Squeeze(length, Parameter("deviations", deviations), Parameter("ranges", ranges))).Becomes();
        Series momentum = Close - Sma(length);
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"Keltner squeeze {{period}}, {{deviations}} x deviation in {{ranges}} x ATR{(allowShort ? " long-short" : "")}"))
            .From("J. Carter, Mastering the Trade, 2005")
            .Long(released & momentum > 0).ExitLong(momentum < 0);
        return (allowShort ? rule.Short(released & momentum < 0).ExitShort(momentum > 0) : rule).Build();
    }
}
