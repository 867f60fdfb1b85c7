namespace TradeBot.Reporting;

/// <summary>Draws each kind of series, in coordinates of the plot area.</summary>
internal static class SvgSeries
{
    private const double LineWidth = 1.5, MarkerRadius = 4, MostMarkers = 4_000;
    private const string Round = " stroke-linejoin=\"round\" stroke-linecap=\"round\"";

    public static void Draw(SvgWriter svg, ChartLayout layout, PanelLayout panel, ChartSeries series)
    {
        switch (series)
        {
            case LineSeries line:
                DrawLine(svg, layout, panel, line, line.Shape, line.Dashed);
                break;
            case AreaSeries area:
                DrawArea(svg, layout, panel, area);
                break;
            case BarSeries bars:
                DrawBars(svg, layout, panel, bars);
                break;
            case HorizontalBarSeries bars:
                DrawHorizontalBars(svg, layout, panel, bars);
                break;
            case ScatterSeries points:
                DrawMarkers(svg, layout, panel, points);
                break;
            case CandlestickSeries candles:
                SvgCandles.DrawCandles(svg, layout, panel, candles);
                break;
            case VolumeSeries volume:
                SvgCandles.DrawVolume(svg, layout, panel, volume);
                break;
            case HeatmapSeries heatmap:
                SvgHeatmap.Draw(svg, layout, panel, heatmap);
                break;
            case ContourSeries contour:
                SvgContour.Draw(svg, layout, panel, contour);
                break;
            case BoxSeries boxes:
                SvgBoxes.Draw(svg, layout, panel, boxes);
                break;
            case ParallelSeries lines:
                SvgParallel.Draw(svg, layout, panel, lines);
                break;
            default:
                throw new NotSupportedException($"No drawing for {series.GetType().Name}.");
        }
    }

    public static void DrawSwatch(SvgWriter svg, LegendEntry entry, double x, double y)
    {
        switch (entry.Mark)
        {
            case LineSeries line:
                svg.StrokePath(line.Color, 2, line.Dashed ? " stroke-dasharray=\"4 3\"" : "").Command('M', x, y).Command('h', 15).EndPath();
                break;
            case ScatterSeries points:
                OpenMarkers(svg, points);
                Marker(svg, points.Shape, x + 8, y);
                svg.EndPath();
                break;
            case ChartSeries other:
                svg.FillPath(other.Color).Box(x + 2, y - 5, 11, 10).EndPath();
                break;
            default:
                OpenRegion(svg, entry.Region).Box(x + 2, y - 5, 11, 10).EndPath();
                break;
        }
    }

    /// <summary>Opens the path of a kind of shaded range: grey for the first, a colour for the others, light enough that lines and text on it stay readable.</summary>
    public static SvgWriter OpenRegion(SvgWriter svg, int kind) => kind == 0
        ? svg.Raw("<path fill=\"currentColor\" fill-opacity=\".14\" d=\"")
        : svg.FillPath(ChartTheme.Automatic(kind + 3), " fill-opacity=\".12\"");

    private static void DrawLine(SvgWriter svg, ChartLayout layout, PanelLayout panel, XySeries series, LineShape shape, bool dashed)
    {
        svg.StrokePath(series.Color, LineWidth, Round + (dashed ? " stroke-dasharray=\"5 4\"" : ""));
        foreach (List<(double X, double Y)> run in Runs(layout, panel, series, shape))
        {
            svg.Polyline(run);
            if (run.Count == 1)
                svg.Raw("h.1"); // a single point is drawn as a dot of the line's width
        }

        svg.EndPath();
    }

    private static void DrawArea(SvgWriter svg, ChartLayout layout, PanelLayout panel, AreaSeries series)
    {
        double mapped = panel.Y.Map(series.Baseline);
        double baseline = double.IsNaN(mapped) ? panel.Height : mapped;
        svg.FillPath(series.Color, " fill-opacity=\".25\"");
        foreach (List<(double X, double Y)> run in Runs(layout, panel, series, series.Shape))
        {
            svg.Polyline(run).Command('V', baseline).Command('H', run[0].X).Raw("z");
        }

        svg.EndPath();
        DrawLine(svg, layout, panel, series, series.Shape, dashed: false);
    }

    private static IEnumerable<List<(double X, double Y)>> Runs(ChartLayout layout, PanelLayout panel, XySeries series, LineShape shape)
    {
        List<int> chosen = PointSelection.ChooseLine(series, layout.Chart.XAxis.Kind, (int)layout.PlotWidth);
        List<(double X, double Y)> run = [];
        bool dense = series.X.Length > 4 * (int)layout.PlotWidth; // points of one pixel column share its middle
        foreach (int index in chosen)
        {
            double x = index < 0 ? double.NaN : layout.X.Map(series.X.Span[index]);
            x = dense ? Math.Floor(x) + 0.5 : x;
            double y = index < 0 ? double.NaN : panel.Y.Map(series.Y.Span[index]);
            if (double.IsFinite(x) && double.IsFinite(y))
            {
                if (run.Count > 0 && shape != LineShape.Straight && run[^1].Y != y)
                    run.Add(shape == LineShape.StepAfter ? (x, run[^1].Y) : (run[^1].X, y));
                run.Add((x, y));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
            yield return run;
    }

    private static void DrawBars(SvgWriter svg, ChartLayout layout, PanelLayout panel, BarSeries series)
    {
        if (!series.ColorBySign)
        {
            DrawBars(svg, layout, panel, series, series.Color, _ => true);
            return;
        }

        DrawBars(svg, layout, panel, series, ChartColor.Green, y => y >= 0);
        DrawBars(svg, layout, panel, series, ChartColor.Vermilion, y => y < 0);
    }

    private static void DrawBars(SvgWriter svg, ChartLayout layout, PanelLayout panel, BarSeries series, ChartColor color, Func<double, bool> belongs)
    {
        double zero = panel.Y.Map(Math.Max(0, panel.Y.Minimum));
        zero = double.IsFinite(zero) ? zero : panel.Height;
        double width = Math.Max(1, layout.X.Map(series.Width) - layout.X.Map(0) - (series.Width * 3 > layout.X.Maximum - layout.X.Minimum ? 0 : 0.5));
        List<int> chosen = PointSelection.Choose(series.X.Span, series.Y.Span, (int)layout.PlotWidth, Downsampling.Extremes);
        svg.FillPath(color, " fill-opacity=\".85\"");
        foreach (int index in chosen.Where(i => i >= 0 && belongs(series.Y.Span[i])))
        {
            double x = layout.X.Map(series.X.Span[index]), y = panel.Y.Map(series.Y.Span[index]);
            if (double.IsFinite(y))
                svg.Box(x - width / 2, Math.Min(y, zero), width, Math.Abs(zero - y));
        }

        svg.EndPath();
    }

    private static void DrawHorizontalBars(SvgWriter svg, ChartLayout layout, PanelLayout panel, HorizontalBarSeries series)
    {
        double zero = layout.X.Map(0), thickness = Math.Min(18, 0.75 * (panel.Y.Map(0) - panel.Y.Map(1)));
        svg.FillPath(series.Color, " fill-opacity=\".85\"");
        for (int i = 0; i < series.X.Length; i++)
        {
            double end = layout.X.Map(series.X.Span[i]);
            if (double.IsFinite(end))
                svg.Box(Math.Min(zero, end), panel.Y.Map(series.Y.Span[i]) - thickness / 2, Math.Abs(end - zero), thickness);
        }

        svg.EndPath();
    }

    private static void DrawMarkers(SvgWriter svg, ChartLayout layout, PanelLayout panel, ScatterSeries series)
    {
        OpenMarkers(svg, series);
        foreach ((double x, double y) in Spread(layout, panel, series))
            Marker(svg, series.Shape, x, y);
        svg.EndPath();
    }

    private static void OpenMarkers(SvgWriter svg, ScatterSeries series)
    {
        switch (series.Shape)
        {
            case MarkerShape.Circle:
                svg.StrokePath(series.Color, 2 * MarkerRadius, " stroke-linecap=\"round\" stroke-opacity=\".75\"");
                break;
            case MarkerShape.Cross:
                svg.StrokePath(series.Color, LineWidth);
                break;
            default:
                svg.FillPath(series.Color);
                break;
        }
    }

    private static void Marker(SvgWriter svg, MarkerShape shape, double x, double y)
    {
        const double R = MarkerRadius;
        _ = shape switch
        {
            MarkerShape.TriangleUp => svg.Command('M', x, y - R - 1).Command('l', R + 1, 2 * R).Command('h', -2 * R - 2).Raw("z"),
            MarkerShape.TriangleDown => svg.Command('M', x, y + R + 1).Command('l', R + 1, -2 * R).Command('h', -2 * R - 2).Raw("z"),
            MarkerShape.Cross => svg.Command('M', x - R, y - R).Command('l', 2 * R, 2 * R).Command('m', -2 * R, 0).Command('l', 2 * R, -2 * R),
            _ => svg.Command('M', x, y).Raw("h0"),
        };
    }

    // Overlapping markers are drawn once, on a grid coarse enough to keep the picture small.
    private static List<(double X, double Y)> Spread(ChartLayout layout, PanelLayout panel, ScatterSeries series)
    {
        for (double cell = 1; ; cell *= 2)
        {
            HashSet<(int, int)> taken = [];
            List<(double, double)> kept = [];
            for (int i = 0; i < series.X.Length; i++)
            {
                double x = layout.X.Map(series.X.Span[i]), y = panel.Y.Map(series.Y.Span[i]);
                if (double.IsFinite(x) && double.IsFinite(y) && taken.Add(((int)(x / cell), (int)(y / cell))))
                    kept.Add((x, y));
            }

            if (kept.Count <= MostMarkers)
                return kept;
        }
    }
}
