namespace TradeBot.Reporting;

/// <summary>A horizontal line across a panel.</summary>
/// <param name="Value">Where, in units of the vertical axis; finite.</param>
/// <param name="Label">What it means; may be empty.</param>
public sealed record ReferenceLine(double Value, string Label);

/// <summary>A stretch of the horizontal axis that is shaded over every panel.</summary>
/// <param name="From">Left end, in units of the horizontal axis.</param>
/// <param name="To">Right end, not before <paramref name="From"/>.</param>
/// <param name="Label">What it means, shown once in the legend; may be empty.</param>
public sealed record ShadedRegion(double From, double To, string Label);

/// <summary>A few words at a point of a panel.</summary>
/// <param name="X">Where, in units of the horizontal axis; finite.</param>
/// <param name="Y">Where, in units of the vertical axis; finite.</param>
/// <param name="Text">The words.</param>
public sealed record PointNote(double X, double Y, string Text);
