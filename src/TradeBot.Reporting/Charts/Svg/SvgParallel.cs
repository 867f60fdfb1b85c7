namespace TradeBot.Reporting;

/// <summary>Draws parallel coordinates.</summary>
internal static class SvgParallel
{
    private const double Margin = 18;

    public static void Draw(SvgWriter svg, ChartLayout layout, PanelLayout panel, ParallelSeries series)
    {
        ColorBar colors = ColorBar.Of(series)!;
        foreach (IGrouping<int, int> level in Enumerable.Range(0, series.Values.Length)
            .GroupBy(item => double.IsFinite(series.Values.Span[item]) ? colors.Level(series.Values.Span[item]) : -1)
            .OrderBy(level => level.Key)) // the highest is drawn last, over the others
        {
            svg.Raw("<path fill=\"none\" stroke-width=\"1.5\" stroke-opacity=\".8\" stroke=\"").Raw(level.Key < 0 ? "#808080" : colors.Color(level.Key)).Raw("\" d=\"");
            foreach (int item in level)
                DrawItem(svg, layout, panel, series, item);
            svg.EndPath();
        }

        DrawAxes(svg, layout, panel, series);
    }

    private static void DrawItem(SvgWriter svg, ChartLayout layout, PanelLayout panel, ParallelSeries series, int item)
    {
        List<(double, double)> run = [];
        for (int i = 0; i <= series.Dimensions.Length; i++)
        {
            double place = i < series.Dimensions.Length ? series.Dimensions[i].Place(item) : double.NaN;
            if (double.IsFinite(place))
            {
                run.Add((layout.X.Map(i), Height(panel, place)));
                continue;
            }

            svg.Polyline(run);
            run = [];
        }
    }

    private static void DrawAxes(SvgWriter svg, ChartLayout layout, PanelLayout panel, ParallelSeries series)
    {
        svg.Raw("<path stroke=\"currentColor\" stroke-opacity=\".5\" d=\"");
        for (int i = 0; i < series.Dimensions.Length; i++)
            svg.Command('M', layout.X.Map(i), Height(panel, 1)).Command('V', Height(panel, 0));
        svg.EndPath();
        double room = layout.X.Map(1) - layout.X.Map(0) - 6;
        for (int i = 0; i < series.Dimensions.Length; i++)
        {
            svg.Label(layout.X.Map(i), 12, TextWidth.Fit(series.Dimensions[i].HighLabel, room), "middle");
            svg.Label(layout.X.Map(i), panel.Height - 4, TextWidth.Fit(series.Dimensions[i].LowLabel, room), "middle");
        }
    }

    // Room for the numbers at both ends of the scales.
    private static double Height(PanelLayout panel, double place) => panel.Height - Margin - place * (panel.Height - 2 * Margin);
}
