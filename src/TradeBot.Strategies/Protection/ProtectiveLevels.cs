namespace TradeBot.Strategies;

/// <summary>Protective levels: close a position without waiting for the strategy's next decision.</summary>
/// <param name="Stop">Stop loss, from the entry price.</param>
/// <param name="TakeProfit">Take profit, from the entry price.</param>
/// <param name="TrailingStop">Trailing stop, from the best price since the fill; a distance or a fraction.</param>
/// <remarks>
/// How the engine executes them:
///
/// | case | rule |
/// | --- | --- |
/// | entry price | the average price paid for the position, including all slippage (also slippage beyond the candle, which is charged in cash), without fees; distances and fractions are measured from it and not from the price at the decision |
/// | active | from the fill of the entry, including the rest of that candle, until the position is closed |
/// | stop, long | closes when the price is at or below <c>Stop.Against(entry, true)</c>; short: at or above <c>Stop.Against(entry, false)</c> |
/// | take-profit, long | closes when the price is at or above <c>TakeProfit.InFavour(entry, true)</c>; short: at or below |
/// | trailing stop, long | closes when the price is at or below <c>TrailingStop.Against(best, true)</c>, where best is the highest price since the fill; short: lowest, at or above. It never moves away from the price |
/// | partial target | closes its fraction of the position at its largest, rounded down to lots, when the price is at or beyond the level; each once. A part of less than a lot stays in the position. When the fractions sum to 1, the last one closes the remainder. The target shrinks by what was closed, the other levels stay |
/// | break-even | once a candle has closed whose range since the entry reached the level, the stop is the entry price (without fees) from the next open on, unless it is already closer to the price; without a stop one is added there |
/// | gap | a candle that opens beyond a stop closes at that open; one that opens beyond a take-profit closes at that open, which is better |
/// | several in one candle | the order is unknown from the candle: the engine's price path model decides, and reports the ambiguity |
/// | set again | the new levels replace the old ones from the next open; the best price since the fill is kept |
/// | the position grows | levels are measured from the new average entry price, for the whole position |
/// | the position shrinks, same side | levels stay as they are |
/// | target set to 0, or to the other side | the levels are removed; a reversal has none unless they are set again |
/// | level hit while an order for a changed target is pending | the position is closed and the order is cancelled |
/// | after a level closed the position | the engine calls <see cref="DrivenTargets.Close"/>: the target is 0 and the strategy's next decision sees it |
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
