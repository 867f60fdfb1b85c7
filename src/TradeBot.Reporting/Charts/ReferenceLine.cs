namespace TradeBot.Reporting;

/// <summary>A horizontal line across a panel.</summary>
/// <param name="Value">Where, in units of the vertical axis; finite.</param>
/// <param name="Label">What it means; may be empty.</param>
public sealed record ReferenceLine(double Value, string Label);
