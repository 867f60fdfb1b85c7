namespace TradeBot.Strategies;

/// <summary>When to open a position, and its size.</summary>
/// <param name="When">Opens at the first candle at which it is true.</param>
/// <param name="Size">Fraction of equity, evaluated at that candle: values above 1 count as 1; unknown, 0 or below opens nothing.</param>
public sealed record EntryRule(Condition When, Series Size);

/// <summary>How a position is increased.</summary>
/// <param name="When">Adds at each candle at which it is true, from the one after the entry.</param>
/// <param name="Size">Fraction of equity per addition; the total never exceeds all equity.</param>
/// <param name="Times">Maximum number of additions, at least 1.</param>
public sealed record PyramidRule(Condition When, double Size, int Times);

/// <summary>A partial take-profit target of a rule.</summary>
/// <param name="At">In favour of the position, from its entry price; a distance or a fraction, computed at the entry.</param>
/// <param name="Close">Fraction of the position at its largest, in (0, 1].</param>
public sealed record PartialTargetRule(LevelRule At, Argument Close);

/// <summary>A target exposure that is followed instead of entries and exits.</summary>
/// <param name="Exposure">Fraction of equity, clamped to −1 to 1; unknown changes nothing.</param>
/// <param name="When">The candles at which the exposure may change; null for all.</param>
/// <param name="Tolerance">No-trade band: how far the target may be from the held exposure before it is followed; a change of side or to 0 is always followed.</param>
public sealed record TargetRule(Series Exposure, Condition? When = null, double Tolerance = 0);
