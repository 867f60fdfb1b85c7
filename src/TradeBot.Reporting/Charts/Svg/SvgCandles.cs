namespace TradeBot.Reporting;

/// <summary>Draws candles and their volume.</summary>
/// <remarks>Rising candles are hollow and falling ones filled, so that they differ without colour too.</remarks>
internal static class SvgCandles
{
    public static void DrawCandles(SvgWriter svg, ChartLayout layout, PanelLayout panel, CandlestickSeries series)
    {
        CandleGrouping grouping = layout.GroupingOf(series.Candles);
        double width = BodyWidth(layout, grouping);
        bool hollow = width >= 3;

        svg.StrokePath(ChartColor.Green, 1);
        foreach (DrawnCandle candle in grouping.Candles.Where(c => c.Rises))
            DrawCandle(svg, layout, panel, candle, width, hollow);
        svg.EndPath();

        svg.Raw("<path class=\"s1 f1\"").Raw($" stroke=\"{ChartTheme.LightColor(ChartColor.Vermilion)}\" fill=\"{ChartTheme.LightColor(ChartColor.Vermilion)}\" d=\"");
        foreach (DrawnCandle candle in grouping.Candles.Where(c => !c.Rises))
            DrawCandle(svg, layout, panel, candle, width, hollow: true);
        svg.EndPath();
    }

    public static void DrawVolume(SvgWriter svg, ChartLayout layout, PanelLayout panel, VolumeSeries series)
    {
        CandleGrouping grouping = layout.GroupingOf(series.Candles);
        double width = BodyWidth(layout, grouping);
        foreach (bool rises in (ReadOnlySpan<bool>)[true, false])
        {
            svg.FillPath(rises ? ChartColor.Green : ChartColor.Vermilion, " fill-opacity=\".6\"");
            foreach (DrawnCandle candle in grouping.Candles.Where(c => c.Rises == rises && c.Volume > 0))
            {
                double y = panel.Y.Map(candle.Volume);
                svg.Box(layout.X.Map(candle.Center) - width / 2, y, width, panel.Height - y);
            }

            svg.EndPath();
        }
    }

    private static double BodyWidth(ChartLayout layout, CandleGrouping grouping) =>
        Math.Clamp(0.7 * (layout.X.Map(grouping.Width) - layout.X.Map(0)), 1, 14);

    private static void DrawCandle(SvgWriter svg, ChartLayout layout, PanelLayout panel, DrawnCandle candle, double width, bool hollow)
    {
        double x = layout.X.Map(candle.Center), high = panel.Y.Map(candle.High), low = panel.Y.Map(candle.Low);
        double top = panel.Y.Map(Math.Max(candle.Open, candle.Close)), bottom = panel.Y.Map(Math.Min(candle.Open, candle.Close));
        if (!(double.IsFinite(top) && double.IsFinite(bottom) && double.IsFinite(high) && double.IsFinite(low)))
            return;

        if (!hollow)
        {
            // Too narrow for an outline: a tick to each side of the wick marks the body's ends.
            svg.Command('M', x, high).Command('V', low).Command('M', x - width, bottom).Command('h', width).Command('M', x, top).Command('h', width);
            return;
        }

        if (top - high > 0.05)
            svg.Command('M', x, high).Command('V', top);
        if (low - bottom > 0.05)
            svg.Command('M', x, bottom).Command('V', low);
        svg.Box(x - width / 2, top, width, Math.Max(bottom - top, 0.01));
    }
}
