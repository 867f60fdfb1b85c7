using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys when the close crosses above the opening range, with a stop one range below the entry, and is flat at the session's end.</summary>
/// <remarks>Enters only between start and end, and exits at the first candle that opens outside; the same mirrored for shorts.</remarks>
public static class OpeningRangeBreakout
{
    /// <summary>The rule, for the symbol of the run; intended for intraday candles.</summary>
    /// <param name="start">Session start, UTC; midnight when null.</param>
    /// <param name="minutes">Length of the opening range.</param>
    /// <param name="end">Session end, UTC, after which no position is held; 23:00 when null.</param>
    /// <param name="allowShort">Whether to go short on closes below the range.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RuleStrategy Rule(TimeOnly? start = null, int minutes = 60, TimeOnly? end = null, bool allowShort = false)
    {
        TimeOnly from = start ?? TimeOnly.MinValue, to = end ?? new TimeOnly(23, 0);
        Series high = OpeningHigh(from, minutes), low = OpeningLow(from, minutes);
        Condition isOpen = TimeBetween(from, to);
        StrategyBuilder rule = Strategy.Rule()
            .Named(FormattableString.Invariant($"Opening range {from:HH\\:mm} + {minutes} min{(allowShort ? " long-short" : "")}"))
            .From("T. Crabel, Day Trading with Short Term Price Patterns and Opening Range Breakout, 1990")
            .Long(Close.CrossesAbove(high) & isOpen)
            .Exit(!isOpen)
            .Stop(high - low);
        return (allowShort ? rule.Short(Close.CrossesBelow(low) & isOpen) : rule).Build();
    }
}
