using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Trades back to the day's volume-weighted average price from far away, and is flat over midnight UTC.</summary>
/// <remarks>
/// Enters when the close is so far below the average and leaves when it is back at it; short alike. From 23:00 UTC on nothing is
/// entered, and what is held is closed.
/// </remarks>
public static class VwapReversion
{
    /// <summary>The rule, for whichever symbol it is run on; meant for candles within the day.</summary>
    /// <param name="deviations">How far away it enters, in deviations around the average price.</param>
    /// <param name="allowShort">Whether to sell prices above the average short.</param>
    /// <exception cref="StrategyException">The parameter is not accepted.</exception>
    public static RuleStrategy Rule(double deviations = 2, bool allowShort = false)
    {
        Series vwap = Vwap(), width = (Series)Parameter("deviations", deviations) * Vwap()["deviation"];
        Condition last = TimeBetween(new TimeOnly(23, 0), new TimeOnly(0, 0));
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"VWAP reversion {{deviations}} deviations{(allowShort ? " long-short" : "")}"))
            .From("S. Berkowitz, D. Logue and E. Noser, Journal of Finance 43(1), 1988, for the average; a fade of its bands")
            .Require((Series)Parameter("deviations", deviations) > 0)
            .Long(Close < vwap - width & !last).ExitLong(Close >= vwap | last);
        return (allowShort ? rule.Short(Close > vwap + width & !last).ExitShort(Close <= vwap | last) : rule).Build();
    }
}
