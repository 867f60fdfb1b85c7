namespace TradeBot.Reporting;

/// <summary>A labelled place on an axis.</summary>
/// <param name="Value">In units of the axis.</param>
/// <param name="Label">The text beside it; empty for a grid line alone.</param>
/// <param name="Context">A second line, such as the date under a time of day; empty where it has not changed.</param>
internal readonly record struct AxisTick(double Value, string Label, string Context = "");
