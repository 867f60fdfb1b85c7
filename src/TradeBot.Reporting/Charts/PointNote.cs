namespace TradeBot.Reporting;

/// <summary>A few words at a point of a panel.</summary>
/// <param name="X">Where, in units of the horizontal axis; finite.</param>
/// <param name="Y">Where, in units of the vertical axis; finite.</param>
/// <param name="Text">The words.</param>
public sealed record PointNote(double X, double Y, string Text);
