namespace TradeBot.Strategies;

/// <summary>Protective levels: close a position without waiting for the strategy's next decision.</summary>
/// <param name="Stop">Stop loss, from the entry price.</param>
/// <param name="TakeProfit">Take profit, from the entry price.</param>
/// <param name="TrailingStop">Trailing stop, from the best price since the fill; a distance or a fraction.</param>
/// <remarks>
/// How the engine executes them:
///
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>entry price</term><description>the average price paid for the position, including all slippage (also slippage beyond the candle, which is charged in cash), without fees; distances and fractions are measured from it and not from the price at the decision</description></item>
/// <item><term>active</term><description>from the fill of the entry, including the rest of that candle, until the position is closed</description></item>
/// <item><term>stop, long</term><description>closes when the price is at or below <c>Stop.Against(entry, true)</c>; short: at or above <c>Stop.Against(entry, false)</c></description></item>
/// <item><term>take-profit, long</term><description>closes when the price is at or above <c>TakeProfit.InFavour(entry, true)</c>; short: at or below</description></item>
/// <item><term>trailing stop, long</term><description>closes when the price is at or below <c>TrailingStop.Against(best, true)</c>, where best is the highest price since the fill; short: lowest, at or above. It never moves away from the price</description></item>
/// <item><term>partial target</term><description>closes its fraction of the position at its largest, rounded down to lots, when the price is at or beyond the level; each once. A part of less than a lot stays in the position. When the fractions sum to 1, the last one closes the remainder. The target shrinks by what was closed, the other levels stay</description></item>
/// <item><term>break-even</term><description>once a candle has closed whose range since the entry reached the level, the stop is the entry price (without fees) from the next open on, unless it is already closer to the price; without a stop one is added there</description></item>
/// <item><term>gap</term><description>a candle that opens beyond a stop closes at that open; one that opens beyond a take-profit closes at that open, which is better</description></item>
/// <item><term>several in one candle</term><description>the order is unknown from the candle: the engine's price path model decides, and reports the ambiguity</description></item>
/// <item><term>set again</term><description>the new levels replace the old ones from the next open; the best price since the fill is kept</description></item>
/// <item><term>the position grows</term><description>levels are measured from the new average entry price, for the whole position</description></item>
/// <item><term>the position shrinks, same side</term><description>levels stay as they are</description></item>
/// <item><term>target set to 0, or to the other side</term><description>the levels are removed; a reversal has none unless they are set again</description></item>
/// <item><term>level hit while an order for a changed target is pending</term><description>the position is closed and the order is cancelled</description></item>
/// <item><term>after a level closed the position</term><description>the engine calls <see cref="DrivenTargets.Close"/>: the target is 0 and the strategy's next decision sees it</description></item>
/// </list>
/// </remarks>
public readonly record struct ProtectiveLevels(
    ProtectiveLevel Stop = default, ProtectiveLevel TakeProfit = default, ProtectiveLevel TrailingStop = default)
{
    /// <summary>Break-even: favourable move from the entry price after which the stop moves to the entry price; a distance or a fraction.</summary>
    public ProtectiveLevel BreakEven { get; init; }

    /// <summary>Partial take-profit targets; null for none.</summary>
    public PartialTargets? Partials { get; init; }

    /// <summary>Whether no level is set.</summary>
    public bool IsEmpty => !Stop.IsSet && !TakeProfit.IsSet && !TrailingStop.IsSet && !BreakEven.IsSet && Partials is null;
}
