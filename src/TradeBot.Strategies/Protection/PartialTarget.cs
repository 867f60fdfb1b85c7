namespace TradeBot.Strategies;

/// <summary>A part of a position that is closed on the way.</summary>
/// <param name="Level">In favour of the position, from its entry price; a distance or a fraction.</param>
/// <param name="Fraction">The share of the position at its largest, in (0, 1].</param>
public readonly record struct PartialTarget(ProtectiveLevel Level, double Fraction);
