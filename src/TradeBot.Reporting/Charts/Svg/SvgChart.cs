namespace TradeBot.Reporting;

/// <summary>Draws a chart as SVG.</summary>
internal sealed class SvgChart
{
    private const double MinimumLabelSpace = 6;

    private readonly ChartLayout _layout;
    private readonly SvgWriter _svg = new();

    private SvgChart(Chart chart, SvgOptions options) => _layout = new ChartLayout(chart, options);

    public static string Render(Chart chart, SvgOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Width, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PlotHeight ?? 40, 40);
        return new SvgChart(chart, options).Draw(options);
    }

    /// <summary>The chart without its outer element, to be placed inside another picture.</summary>
    public static string RenderInside(Chart chart, SvgOptions options)
    {
        var inside = new SvgChart(chart, options);
        inside.DrawAll();
        return inside._svg.ToString();
    }

    /// <summary>Opens a picture: its size, and its description for screen readers.</summary>
    public static void Open(SvgWriter svg, SvgOptions options, double width, double height, string title, string description)
    {
        svg.Raw("<svg");
        if (options.Standalone)
            svg.Raw(" xmlns=\"http://www.w3.org/2000/svg\"");
        svg.Raw(" class=\"").Raw(Markup.Encode($"tb-chart {options.CssClass}".Trim())).Raw("\" role=\"img\" viewBox=\"0 0 ")
            .Number(width).Raw(" ").Number(height).Raw("\"")
            .Attribute("width", width).Attribute("height", height)
            .Attribute("font-size", ChartTheme.FontSize).Raw(" font-family=\"").Raw(ChartTheme.FontFamily).Raw("\" fill=\"currentColor\">");
        svg.Raw("<title>").Text(title).Raw("</title>");
        svg.Raw("<desc>").Text(description).Raw("</desc>");
        if (options.Standalone)
            svg.Raw("<style>").Raw(ChartTheme.Css).Raw("</style>");
    }

    private string Draw(SvgOptions options)
    {
        Open(_svg, options, _layout.Width, _layout.Height, ChartText.Headline(_layout.Chart), ChartText.Describe(_layout.Chart));
        DrawAll();
        return _svg.Raw("</svg>").ToString();
    }

    private void DrawAll()
    {
        DrawHeader();
        foreach (PanelLayout panel in _layout.Panels)
            DrawPanel(panel);
        DrawHorizontalAxis();
        if (_layout.Colors is ColorBar colors)
            SvgHeatmap.DrawColorBar(_svg, colors, _layout.Panels[0], _layout.Left + _layout.PlotWidth + 14);
    }

    private void DrawHeader()
    {
        double y = ChartLayout.Edge;
        foreach (string line in _layout.TitleLines)
            _svg.Label(ChartLayout.Edge, (y += ChartLayout.TitleLine) - 6, line, extra: $" font-size=\"{ChartTheme.TitleSize}\" font-weight=\"600\"");
        foreach (string line in _layout.SubtitleLines)
            _svg.Label(ChartLayout.Edge, (y += ChartLayout.TextLine) - 4, line, extra: " opacity=\".75\"");
        foreach (IReadOnlyList<(LegendEntry Entry, double X)> row in _layout.LegendRows)
        {
            y += ChartLayout.TextLine;
            foreach ((LegendEntry entry, double x) in row)
            {
                SvgSeries.DrawSwatch(_svg, entry, x, y - 8);
                _svg.Label(x + 20, y - 4, TextWidth.Fit(entry.Label, _layout.Width - x - 24));
            }
        }
    }

    private void DrawPanel(PanelLayout panel)
    {
        DrawVerticalAxis(panel);
        _svg.Raw("<svg").Attribute("x", _layout.Left).Attribute("y", panel.Top)
            .Attribute("width", _layout.PlotWidth).Attribute("height", panel.Height).Raw(">");
        DrawRegions(panel);
        foreach (ChartSeries series in panel.Panel.Series)
            SvgSeries.Draw(_svg, _layout, panel, series);
        foreach (ReferenceLine level in panel.Panel.Levels)
            DrawLevel(panel, level);
        SvgNotes.Draw(_svg, _layout, panel);
        _svg.Raw("</svg>");
    }

    private void DrawVerticalAxis(PanelLayout panel)
    {
        if (panel.Panel.YAxis.Caption.Length > 0)
            _svg.Label(ChartLayout.Edge, panel.Top - 9, TextWidth.Fit(panel.Panel.YAxis.Caption, _layout.Width - 2 * ChartLayout.Edge), extra: " opacity=\".75\"");

        if (!panel.Panel.Series.Any(s => s is HeatmapSeries or ContourSeries or ParallelSeries))
            DrawGrid(panel);
        foreach (AxisTick tick in panel.Ticks)
            _svg.Label(_layout.Left - 6, panel.Top + panel.Y.Map(tick.Value) + 4, TextWidth.Fit(tick.Label, _layout.Left - 14), "end");
    }

    private void DrawGrid(PanelLayout panel)
    {
        _svg.Raw("<path stroke=\"currentColor\" stroke-opacity=\".16\" fill=\"none\" d=\"");
        foreach (AxisTick tick in panel.Ticks.Where(_ => panel.Panel.YAxis.Kind != AxisKind.Category))
            _svg.Command('M', _layout.Left, Crisp(panel.Top + panel.Y.Map(tick.Value))).Command('h', _layout.PlotWidth);
        foreach (AxisTick tick in _layout.XTicks.Where(_ => _layout.Chart.XAxis.Kind != AxisKind.Category))
            _svg.Command('M', Crisp(_layout.Left + _layout.X.Map(tick.Value)), panel.Top).Command('v', panel.Height);
        _svg.EndPath();
        if (panel.Panel.YAxis.Kind == AxisKind.Linear && panel.Y is { Minimum: < 0, Maximum: > 0 })
            Axis().Command('M', _layout.Left, Crisp(panel.Top + panel.Y.Map(0))).Command('h', _layout.PlotWidth).EndPath();
        if (panel.Panel.Series.Any(s => s is HorizontalBarSeries))
            Axis().Command('M', Crisp(_layout.Left + _layout.X.Map(0)), panel.Top).Command('v', panel.Height).EndPath();
    }

    private void DrawRegions(PanelLayout panel)
    {
        int kind = 0;
        foreach (IGrouping<string, ShadedRegion> regions in _layout.Chart.Regions.GroupBy(r => r.Label))
        {
            SvgSeries.OpenRegion(_svg, kind++);
            DrawRegions(regions.OrderBy(r => r.From), panel.Height);
            _svg.EndPath();
        }
    }

    // Ranges that touch in the picture are merged; the narrowest is two pixels wide.
    private void DrawRegions(IEnumerable<ShadedRegion> regions, double height)
    {
        double start = double.NaN, end = double.NaN;
        foreach (ShadedRegion region in regions)
        {
            double left = Math.Max(0, _layout.X.Map(region.From)), right = Math.Min(_layout.PlotWidth, _layout.X.Map(region.To));
            right = Math.Max(right, left + 2);
            if (left <= end + 0.5)
            {
                end = Math.Max(end, right);
                continue;
            }

            DrawRegion(start, end, height);
            (start, end) = (left, right);
        }

        DrawRegion(start, end, height);
    }

    private void DrawRegion(double start, double end, double height)
    {
        if (!double.IsNaN(start))
            _svg.Box(start, 0, end - start, height);
    }

    private void DrawLevel(PanelLayout panel, ReferenceLine level)
    {
        double y = panel.Y.Map(level.Value);
        if (double.IsNaN(y))
            return;

        _svg.Raw("<path stroke=\"currentColor\" stroke-opacity=\".65\" stroke-dasharray=\"5 4\" d=\"").Command('M', 0, Crisp(y)).Command('h', _layout.PlotWidth).EndPath();
        if (level.Label.Length > 0)
            _svg.Label(_layout.PlotWidth - 4, y > 18 ? y - 5 : y + 14, level.Label, "end");
    }

    private void DrawHorizontalAxis()
    {
        double y = _layout.PlotBottom;
        if (_layout.Chart.XAxis.Kind != AxisKind.Category)
            Axis().Command('M', _layout.Left, Crisp(y)).Command('h', _layout.PlotWidth).EndPath();

        bool contexts = _layout.XTicks.Any(t => t.Context.Length > 0);
        DrawTickLine(y += 16, t => t.Label);
        if (contexts)
            DrawContexts(y += ChartLayout.TextLine);
        string caption = _layout.Chart.XAxis.Caption;
        if (caption.Length > 0)
            _svg.Label(_layout.Left + _layout.PlotWidth / 2, y += ChartLayout.TextLine, TextWidth.Fit(caption, _layout.PlotWidth), "middle", " opacity=\".75\"");
        if (!_layout.Notes.IsEmpty)
            _svg.Label(_layout.Left + _layout.PlotWidth, y + ChartLayout.TextLine, string.Join(' ', _layout.Notes), "end", " opacity=\".75\" font-size=\"11\"");
    }

    private void DrawTickLine(double y, Func<AxisTick, string> textOf)
    {
        double end = double.NegativeInfinity;
        foreach (AxisTick tick in _layout.XTicks)
        {
            string text = TextWidth.Fit(textOf(tick), 120);
            double width = TextWidth.Of(text), center = Clamped(_layout.Left + _layout.X.Map(tick.Value), width);
            if (center - width / 2 < end + MinimumLabelSpace)
                continue;

            _svg.Label(center, y, text, "middle");
            end = center + width / 2;
        }
    }

    // The first context is omitted where both do not fit, because the next marks the change of date.
    private void DrawContexts(double y)
    {
        List<(double Center, double Width, string Text)> contexts = [];
        foreach (AxisTick tick in _layout.XTicks.Where(t => t.Context.Length > 0))
        {
            double width = TextWidth.Of(tick.Context), center = Clamped(_layout.Left + _layout.X.Map(tick.Value), width);
            bool collides = contexts.Count > 0 && center - width / 2 < contexts[^1].Center + contexts[^1].Width / 2 + MinimumLabelSpace;
            if (collides && contexts.Count > 1)
                continue;
            if (collides)
                contexts.RemoveAt(0);
            contexts.Add((center, width, tick.Context));
        }

        foreach ((double center, _, string text) in contexts)
            _svg.Label(center, y, text, "middle", " opacity=\".75\"");
    }

    private SvgWriter Axis() => _svg.Raw("<path stroke=\"currentColor\" stroke-opacity=\".5\" d=\"");

    private double Clamped(double center, double width) =>
        Math.Max(width / 2 + 2, Math.Min(center, _layout.Width - width / 2 - 2));

    private static double Crisp(double position) => Math.Floor(position) + 0.5;
}
