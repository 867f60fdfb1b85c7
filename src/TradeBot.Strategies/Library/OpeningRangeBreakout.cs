using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Buys when the close crosses above the range of the session's first minutes, stops one range below the entry, and is flat at the session's end.</summary>
/// <remarks>Enters only between start and end, and leaves at the first candle that opens outside; short alike.</remarks>
public static class OpeningRangeBreakout
{
    /// <summary>The rule, for whichever symbol it is run on; meant for candles within the day.</summary>
    /// <param name="start">When the session begins, UTC; midnight when null.</param>
    /// <param name="minutes">How long the opening range is.</param>
    /// <param name="end">From when on, UTC, no position is held; 23:00 when null.</param>
    /// <param name="allowShort">Whether to sell closes below the range short.</param>
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
