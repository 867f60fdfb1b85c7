using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Mean reversion to the day's VWAP; flat over midnight UTC.</summary>
/// <remarks>
/// Enters when the close is this far below the VWAP and exits when it is back at it; the same mirrored for shorts. From 23:00 UTC on nothing is
/// entered, and open positions are closed.
/// </remarks>
public static class VwapReversion
{
    /// <summary>The rule, for the symbol of the run; intended for intraday candles.</summary>
    /// <param name="deviations">Entry distance, in standard deviations from the VWAP.</param>
    /// <param name="allowShort">Whether to go short on prices above the average.</param>
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
