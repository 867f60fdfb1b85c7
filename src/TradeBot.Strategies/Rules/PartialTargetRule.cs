namespace TradeBot.Strategies;

/// <summary>A part of a position that a rule closes on the way.</summary>
/// <param name="At">In favour of the position, from its entry price; a distance or a fraction, worked out at the entry.</param>
/// <param name="Close">The share of the position at its largest, in (0, 1].</param>
public sealed record PartialTargetRule(LevelRule At, Argument Close);
