namespace TradeBot.Reporting;

/// <summary>A stretch of the horizontal axis that is shaded over every panel.</summary>
/// <param name="From">Left end, in units of the horizontal axis.</param>
/// <param name="To">Right end, not before <paramref name="From"/>.</param>
/// <param name="Label">What it means, shown once in the legend; may be empty.</param>
public sealed record ShadedRegion(double From, double To, string Label);
