namespace TradeBot.Reporting;

/// <summary>Draws charts side by side.</summary>
internal static class SvgGrid
{
    private const int Narrowest = 200, PlotHeight = 120;
    private const double Gap = 12, TitleHeight = 28;

    public static string Render(ChartGrid grid, SvgOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Width, Narrowest);
        int columns = Math.Clamp(Math.Min(grid.Columns, (int)((options.Width + Gap) / (Narrowest + Gap))), 1, grid.Charts.Length);
        int width = (int)((options.Width - (columns - 1) * Gap) / columns);
        var inside = new SvgOptions { Width = width, PlotHeight = options.PlotHeight ?? PlotHeight, Standalone = false };
        ChartLayout[] layouts = [.. grid.Charts.Select(chart => new ChartLayout(chart, inside))];
        double[] heights = [.. layouts.Chunk(columns).Select(row => row.Max(layout => layout.Height))];
        double top = grid.Title.Length > 0 ? TitleHeight : 0;

        var svg = new SvgWriter();
        Open(svg, grid, options, top + heights.Sum() + (heights.Length - 1) * Gap);
        for (int i = 0; i < layouts.Length; i++)
        {
            double y = top + heights.Take(i / columns).Sum() + i / columns * Gap;
            svg.Raw("<svg").Attribute("x", i % columns * (width + Gap)).Attribute("y", y)
                .Attribute("width", width).Attribute("height", layouts[i].Height).Raw(">")
                .Raw(SvgChart.RenderInside(grid.Charts[i], inside)).Raw("</svg>");
        }

        return svg.Raw("</svg>").ToString();
    }

    private static void Open(SvgWriter svg, ChartGrid grid, SvgOptions options, double height)
    {
        SvgChart.Open(svg, options, options.Width, height, grid.Title.Length > 0 ? grid.Title : "Charts", string.Join(' ', grid.Charts.Select(chart => $"{ChartText.Headline(chart)}: {ChartText.Describe(chart)}")));
        if (grid.Title.Length > 0)
            svg.Label(ChartLayout.Edge, 18, TextWidth.Fit(grid.Title, options.Width - 2 * ChartLayout.Edge), extra: $" font-size=\"{ChartTheme.TitleSize}\" font-weight=\"600\"");
    }
}
