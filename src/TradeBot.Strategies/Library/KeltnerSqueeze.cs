using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys an upward release of the Bollinger bands from the Keltner channel and exits when momentum fades.</summary>
/// <remarks>
/// Momentum is the close minus its simple average. Enters at the first candle after a squeeze with momentum above 0, exits
/// when momentum is below 0; the same mirrored for shorts.
/// </remarks>
public static class KeltnerSqueeze
{
    /// <summary>The rule, for the symbol of the run.</summary>
    /// <param name="period">Period of bands, channel and momentum.</param>
    /// <param name="deviations">Width of each band from the mean, in standard deviations.</param>
    /// <param name="ranges">Width of each channel line from the mean, in average true ranges.</param>
    /// <param name="allowShort">Whether to go short on a downward release.</param>
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
