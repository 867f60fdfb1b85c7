namespace TradeBot.Strategies;

/// <summary>Where a position is closed without waiting for the strategy's next decision.</summary>
/// <param name="Stop">Against the position, from its entry price.</param>
/// <param name="TakeProfit">In favour of the position, from its entry price.</param>
/// <param name="TrailingStop">Against the position, from the best price since the fill; a distance or a fraction.</param>
/// <remarks>
/// What whoever executes the targets does with them:
///
/// | case | rule |
/// | --- | --- |
/// | entry price | the average price paid for the position, all slippage included, even what a candle did not show and is charged in cash, fees apart; distances and fractions are measured from it and not from the price at the decision |
/// | in force | from the fill of the entry, the rest of that candle included, until the position is closed |
/// | stop, long | closes when the price is at or below <c>Stop.Against(entry, true)</c>; short: at or above <c>Stop.Against(entry, false)</c> |
/// | take-profit, long | closes when the price is at or above <c>TakeProfit.InFavour(entry, true)</c>; short: at or below |
/// | trailing stop, long | closes when the price is at or below <c>TrailingStop.Against(best, true)</c>, where best is the highest price since the fill; short: lowest, at or above. It never moves against the position |
/// | partial target | closes its fraction of the position at its largest, rounded down to lots, when the price is at the level or beyond, in favour; each once. A part of less than a lot stays in the position. When the fractions are 1 together, the last one stated closes what the others leave. The target shrinks by what was closed, the other levels stay |
/// | break-even | once a candle has closed whose range since the entry reached the level, in favour, the stop is the entry price from the next open on, fees apart, unless it is nearer to the price already; without a stop one is put there |
/// | gap | a candle that opens beyond a stop closes at that open; one that opens beyond a take-profit closes at that open, which is better |
/// | several in one candle | which was first is not known from the candle: the driver's model of the path decides, and says so |
/// | stated again | the new levels replace the old ones from the next open; the best price since the fill is kept |
/// | the position grows | levels stand from the new average entry price, for the whole position |
/// | the position shrinks, same side | levels stay as they are |
/// | target set to 0, or to the other side | the levels lapse; a reversal has none unless stated again |
/// | level hit while an order for a changed target is pending | the position is closed and the order lapses |
/// | after a level closed the position | the driver calls <see cref="DrivenTargets.Close"/>: the target is 0 and the strategy's next decision sees it |
/// </remarks>
public readonly record struct ProtectiveLevels(
    ProtectiveLevel Stop = default, ProtectiveLevel TakeProfit = default, ProtectiveLevel TrailingStop = default)
{
    /// <summary>How far the price must have gone in favour, from the entry price, for the stop to move to the entry price; a distance or a fraction.</summary>
    public ProtectiveLevel BreakEven { get; init; }

    /// <summary>Parts of the position that are closed on the way; null for none.</summary>
    public PartialTargets? Partials { get; init; }

    /// <summary>Whether there is no level at all.</summary>
    public bool IsEmpty => !Stop.IsSet && !TakeProfit.IsSet && !TrailingStop.IsSet && !BreakEven.IsSet && Partials is null;
}
