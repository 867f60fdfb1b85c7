namespace TradeBot.Strategies;

/// <summary>When a position is opened, and how large.</summary>
/// <param name="When">Opens at the first candle at which it is true.</param>
/// <param name="Size">Fraction of equity, evaluated at that candle: above 1 counts as 1; unknown, 0 or below opens nothing.</param>
public sealed record EntryRule(Condition When, Series Size);
