namespace TradeBot.Reporting;

/// <summary>A panel with its place in the picture.</summary>
/// <param name="Panel">The panel, every series in its final colour.</param>
/// <param name="Top">Upper edge of the plot area.</param>
/// <param name="Height">Height of the plot area.</param>
/// <param name="Y">The vertical scale, in coordinates of the plot area.</param>
/// <param name="Ticks">Ticks of the vertical axis.</param>
internal sealed record PanelLayout(ChartPanel Panel, double Top, double Height, AxisScale Y, IReadOnlyList<AxisTick> Ticks);
