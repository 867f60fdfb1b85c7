namespace TradeBot.Strategies;

/// <summary>When a position is opened, and how large.</summary>
/// <param name="When">Opens at the first candle at which it is true.</param>
/// <param name="Size">Fraction of equity, evaluated at that candle: above 1 counts as 1; unknown, 0 or below opens nothing.</param>
public sealed record EntryRule(Condition When, Series Size);

/// <summary>How a position grows.</summary>
/// <param name="When">Adds at each candle at which it is true, from the one after the entry.</param>
/// <param name="Size">Fraction of equity that each addition puts on; the whole is never more than all equity.</param>
/// <param name="Times">How many additions at most, at least 1.</param>
public sealed record PyramidRule(Condition When, double Size, int Times);

/// <summary>A part of a position that a rule closes on the way.</summary>
/// <param name="At">In favour of the position, from its entry price; a distance or a fraction, worked out at the entry.</param>
/// <param name="Close">The share of the position at its largest, in (0, 1].</param>
public sealed record PartialTargetRule(LevelRule At, Argument Close);

/// <summary>An exposure that is followed instead of entries and exits.</summary>
/// <param name="Exposure">Fraction of equity from −1 to 1; beyond counts as the nearer of the two; unknown changes nothing.</param>
/// <param name="When">At which candles the exposure may change; null for all.</param>
/// <param name="Tolerance">How far the exposure may be from what is held before it is followed; a change of side or to 0 is always followed.</param>
public sealed record TargetRule(Series Exposure, Condition? When = null, double Tolerance = 0);
