namespace TradeBot.Strategies;

/// <summary>How a position grows.</summary>
/// <param name="When">Adds at each candle at which it is true, from the one after the entry.</param>
/// <param name="Size">Fraction of equity that each addition puts on; the whole is never more than all equity.</param>
/// <param name="Times">How many additions at most, at least 1.</param>
public sealed record PyramidRule(Condition When, double Size, int Times);
