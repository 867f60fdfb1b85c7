namespace TradeBot.Reporting;

/// <summary>Draws a heat map and its colour bar.</summary>
internal static class SvgHeatmap
{
    private const double BarWidth = 12;

    public static void Draw(SvgWriter svg, ChartLayout layout, PanelLayout panel, HeatmapSeries series)
    {
        ColorBar colors = ColorBar.Of(series)!;
        List<(int Column, int Row)>[] cells = CellsByLevel(series, colors);
        double width = layout.PlotWidth / series.Columns, height = panel.Height / series.Rows;
        for (int level = 0; level < cells.Length; level++)
        {
            if (cells[level].Count > 0)
                DrawLevel(svg, layout, panel, colors.Color(level), cells[level], width, height);
        }

        DrawUnknown(svg, layout, panel, series, width, height);
        DrawNumbers(svg, layout, panel, series, colors, width, height);
    }

    public static void DrawColorBar(SvgWriter svg, ColorBar colors, PanelLayout panel, double x)
    {
        double step = panel.Height / ColorScale.Levels;
        for (int level = 0; level < ColorScale.Levels; level++)
        {
            svg.Raw("<path fill=\"").Raw(colors.Color(level)).Raw("\" d=\"")
                .Box(x, panel.Top + panel.Height - (level + 1) * step - 0.2, BarWidth, step + 0.2).EndPath();
        }

        var scale = new AxisScale(colors.Range.Minimum, colors.Range.Maximum, panel.Top + panel.Height, panel.Top);
        foreach (AxisTick tick in colors.Ticks(4))
            svg.Label(x + BarWidth + 4, scale.Map(tick.Value) + 4, tick.Label);
        if (colors.Title.Length > 0)
            svg.Label(x + BarWidth, panel.Top - 9, colors.Title, "end", " opacity=\".75\"");
    }

    private static List<(int Column, int Row)>[] CellsByLevel(HeatmapSeries series, ColorBar colors)
    {
        List<(int, int)>[] cells = [.. Enumerable.Range(0, ColorScale.Levels).Select(_ => new List<(int, int)>())];
        for (int row = 0; row < series.Rows; row++)
        {
            for (int column = 0; column < series.Columns; column++)
            {
                double value = series.At(column, row);
                if (double.IsFinite(value))
                    cells[colors.Level(value)].Add((column, row));
            }
        }

        return cells;
    }

    private static void DrawLevel(
        SvgWriter svg, ChartLayout layout, PanelLayout panel, string color, List<(int Column, int Row)> cells, double width, double height)
    {
        svg.Raw("<path shape-rendering=\"crispEdges\" fill=\"").Raw(color).Raw("\" d=\"");
        for (int i = 0; i < cells.Count;)
        {
            int run = 1;
            while (i + run < cells.Count && cells[i + run] == (cells[i].Column + run, cells[i].Row))
                run++;
            svg.Box(layout.X.Map(cells[i].Column - 0.5), panel.Y.Map(cells[i].Row + 0.5), run * width, height);
            i += run;
        }

        svg.EndPath();
    }

    private static void DrawUnknown(SvgWriter svg, ChartLayout layout, PanelLayout panel, HeatmapSeries series, double width, double height)
    {
        double reach = 0.2 * Math.Min(width, height);
        bool any = false;
        for (int row = 0; row < series.Rows; row++)
        {
            for (int column = 0; column < series.Columns; column++)
            {
                if (double.IsFinite(series.At(column, row)))
                    continue;
                if (!any)
                    svg.Raw("<path stroke=\"currentColor\" stroke-opacity=\".35\" d=\"");

                any = true;
                double x = layout.X.Map(column), y = panel.Y.Map(row);
                svg.Command('M', x - reach, y - reach).Command('l', 2 * reach, 2 * reach).Command('m', -2 * reach, 0).Command('l', 2 * reach, -2 * reach);
            }
        }

        if (any)
            svg.EndPath();
    }

    private static void DrawNumbers(
        SvgWriter svg, ChartLayout layout, PanelLayout panel, HeatmapSeries series, ColorBar colors, double width, double height)
    {
        double widest = 0;
        foreach (double value in series.Values.Span)
            widest = Math.Max(widest, double.IsFinite(value) ? TextWidth.Of(colors.Label(value), 11) : 0);
        if (height < 16 || width < widest + 6)
            return;

        for (int row = 0; row < series.Rows; row++)
        {
            for (int column = 0; column < series.Columns; column++)
            {
                double value = series.At(column, row);
                if (!double.IsFinite(value))
                    continue;

                string color = colors.TextColor(colors.Level(value));
                svg.Label(layout.X.Map(column), panel.Y.Map(row) + 4, colors.Label(value), "middle", $" font-size=\"11\" fill=\"{color}\"");
            }
        }
    }
}
