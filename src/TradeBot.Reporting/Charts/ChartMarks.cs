namespace TradeBot.Reporting;

/// <summary>A horizontal line across a panel.</summary>
/// <param name="Value">Its value on the vertical axis; finite.</param>
/// <param name="Label">The label; may be empty.</param>
public sealed record ReferenceLine(double Value, string Label);

/// <summary>A range of the horizontal axis that is shaded in every panel.</summary>
/// <param name="From">Left end, in units of the horizontal axis.</param>
/// <param name="To">Right end, not before <paramref name="From"/>.</param>
/// <param name="Label">The label, shown once in the legend; may be empty.</param>
public sealed record ShadedRegion(double From, double To, string Label);

/// <summary>A note at a point of a panel.</summary>
/// <param name="X">Position on the horizontal axis; finite.</param>
/// <param name="Y">Position on the vertical axis; finite.</param>
/// <param name="Text">The text.</param>
public sealed record PointNote(double X, double Y, string Text);
