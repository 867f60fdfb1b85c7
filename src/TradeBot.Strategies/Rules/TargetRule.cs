namespace TradeBot.Strategies;

/// <summary>An exposure that is followed instead of entries and exits.</summary>
/// <param name="Exposure">Fraction of equity from −1 to 1; beyond counts as the nearer of the two; unknown changes nothing.</param>
/// <param name="When">At which candles the exposure may change; null for all.</param>
/// <param name="Tolerance">How far the exposure may be from what is held before it is followed; a change of side or to 0 is always followed.</param>
public sealed record TargetRule(Series Exposure, Condition? When = null, double Tolerance = 0);
