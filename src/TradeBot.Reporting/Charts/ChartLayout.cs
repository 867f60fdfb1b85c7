using System.Collections.Immutable;
using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>The positions of all parts of a chart in a picture of a given width.</summary>
internal sealed class ChartLayout
{
    public const double TitleLine = 21, TextLine = 17, CaptionLine = 23, PanelGap = 12, Edge = 8;
    private const double SwatchWidth = 22, LegendSpace = 18;

    private readonly Dictionary<CandleSeries, CandleGrouping> _groupings = new(ReferenceEqualityComparer.Instance);

    public ChartLayout(Chart chart, SvgOptions options)
    {
        Chart = ResolveColors(chart);
        Width = options.Width;
        TitleLines = TextWidth.Wrap(chart.Title, Width - 2 * Edge, ChartTheme.TitleSize * 1.08);
        SubtitleLines = TextWidth.Wrap(chart.Subtitle, Width - 2 * Edge, ChartTheme.FontSize);
        LegendRows = FlowLegend(LegendEntry.For(Chart));
        Heatmap = Chart.Panels.SelectMany(p => p.Series).OfType<HeatmapSeries>().FirstOrDefault();
        Colors = Chart.Panels.SelectMany(p => p.Series).Select(ColorBar.Of).FirstOrDefault(bar => bar is not null);

        Panels = PlacePanels(options, out double bottom);
        double labels = Panels.SelectMany(p => p.Ticks).Select(t => TextWidth.Of(t.Label)).DefaultIfEmpty(0).Max();
        Left = Math.Ceiling(Math.Min(labels, Width * 0.3) + 8 + Edge);
        PlotWidth = Width - Left - RightMargin();
        X = new AxisScale(0, 1, 0, PlotWidth);
        X = HorizontalScale();
        XTicks = HorizontalTicks();
        Notes = [.. _groupings.Where(g => g.Value.Timeframe != g.Key.Timeframe).Select(g => $"Drawn as {g.Value.Timeframe} candles.").Distinct()];
        PlotBottom = bottom;
        Height = Math.Ceiling(bottom + 20
            + (XTicks.Any(t => t.Context.Length > 0) ? TextLine : 0)
            + (Chart.XAxis.Caption.Length > 0 ? TextLine : 0)
            + (Notes.IsEmpty ? 0 : TextLine) + 4);
    }

    public Chart Chart { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left { get; }

    public double PlotWidth { get; }

    public double PlotBottom { get; }

    public IReadOnlyList<string> TitleLines { get; }

    public IReadOnlyList<string> SubtitleLines { get; }

    public IReadOnlyList<IReadOnlyList<(LegendEntry Entry, double X)>> LegendRows { get; }

    public ImmutableArray<PanelLayout> Panels { get; }

    public HeatmapSeries? Heatmap { get; }

    /// <summary>The colour bar of the first panel; null where a legend explains the colours.</summary>
    public ColorBar? Colors { get; }

    public AxisScale X { get; }

    public IReadOnlyList<AxisTick> XTicks { get; }

    public ImmutableArray<string> Notes { get; }

    /// <summary>Lower edge of title and subtitle.</summary>
    public double HeaderBottom => Edge + TitleLines.Count * TitleLine + SubtitleLines.Count * TextLine;

    /// <summary>Candles, grouped to fit this picture.</summary>
    public CandleGrouping GroupingOf(CandleSeries candles)
    {
        if (!_groupings.TryGetValue(candles, out CandleGrouping grouping))
            _groupings[candles] = grouping = CandleGrouping.Fit(candles, Math.Max(20, (int)((Width - 80) / 2)));
        return grouping;
    }

    private static Chart ResolveColors(Chart chart)
    {
        int next = 0;
        return chart with { Panels = [.. chart.Panels.Select(p => p with { Series = [.. p.Series.Select(Resolve)] })] };

        ChartSeries Resolve(ChartSeries series) => series is XySeries or BoxSeries && series.Color == ChartColor.Auto
            ? series with { Color = ChartTheme.Automatic(next++) }
            : series;
    }

    private List<IReadOnlyList<(LegendEntry Entry, double X)>> FlowLegend(ImmutableArray<LegendEntry> entries)
    {
        List<IReadOnlyList<(LegendEntry, double)>> rows = [];
        List<(LegendEntry, double)> row = [];
        double x = Edge;
        foreach (LegendEntry entry in entries)
        {
            double width = SwatchWidth + TextWidth.Of(entry.Label) + LegendSpace;
            if (row.Count > 0 && x + width > Width)
            {
                rows.Add(row);
                (row, x) = ([], Edge);
            }

            row.Add((entry, x));
            x += width;
        }

        if (row.Count > 0)
            rows.Add(row);
        return rows;
    }

    private ImmutableArray<PanelLayout> PlacePanels(SvgOptions options, out double bottom)
    {
        double unit = options.PlotHeight ?? DefaultPlotHeight();
        double y = HeaderBottom + LegendRows.Count * TextLine + 4;
        var panels = ImmutableArray.CreateBuilder<PanelLayout>();
        foreach (ChartPanel panel in Chart.Panels)
        {
            bool captioned = panel.YAxis.Caption.Length > 0 || panel.Series.Any(s => ColorBar.Of(s) is { Title.Length: > 0 });
            y += captioned ? CaptionLine : 6;
            double height = Math.Max(40, Math.Round(unit * panel.Height));
            panels.Add(PlacePanel(panel, y, height));
            y += height + PanelGap;
        }

        bottom = y - PanelGap;
        return panels.ToImmutable();
    }

    private double DefaultPlotHeight()
    {
        bool wide = Width >= 600;
        if (Chart.Panels[0].Series.OfType<HorizontalBarSeries>().FirstOrDefault() is HorizontalBarSeries bars)
            return Math.Max(60, 22 * bars.Y.Length);

        return Heatmap is null ? (wide ? 300 : 220) : Math.Clamp(Heatmap.Rows * 26, 120, wide ? 460 : 340);
    }

    private PanelLayout PlacePanel(ChartPanel panel, double top, double height)
    {
        ChartAxis axis = panel.YAxis;
        bool log = axis.Kind == AxisKind.Log;
        ChartBounds bounds = panel.Series.Aggregate(ChartBounds.None, (b, s) => b.With(s is VolumeSeries v ? Volume(v) : ChartBounds.OfY(s, log)));
        bounds = panel.Notes.Where(n => !log || n.Y > 0).Aggregate(bounds, (b, note) => b.With(note.Y));
        bounds = panel.Levels.Where(l => !log || l.Value > 0).Aggregate(bounds, (b, level) => b.With(level.Value));
        bool anchored = panel.Series.Any(s => s is BarSeries or AreaSeries or VolumeSeries), tight = panel.Series.Any(s => s is ContourSeries);
        var scale = AxisRange.Scale(axis, bounds, height, 0, tight || axis.Kind == AxisKind.Category ? 0 : 0.04, anchored);
        int atMost = Math.Max(2, (int)(height / (axis.Kind == AxisKind.Category ? 16 : 36)));
        bool bare = panel.Series.Any(s => s is ParallelSeries); // its axes have their own numbers
        return new PanelLayout(panel, top, height, scale, bare ? [] : AxisRange.Ticks(axis, scale, atMost));
    }

    private ChartBounds Volume(VolumeSeries series) =>
        ChartBounds.Of([0, .. GroupingOf(series.Candles).Candles.Select(c => c.Volume)]);

    private double RightMargin()
    {
        if (Colors is null)
            return 18;

        return 36 + Colors.Ticks(4).Select(t => TextWidth.Of(t.Label)).DefaultIfEmpty(20).Max();
    }

    private AxisScale HorizontalScale()
    {
        IEnumerable<ChartSeries> all = Chart.Panels.SelectMany(p => p.Series);
        ChartBounds bounds = all.Aggregate(ChartBounds.None, (b, s) => b.With(ChartBounds.OfX(s)));
        bool category = Chart.XAxis.Kind == AxisKind.Category;
        if (category)
            bounds = bounds.With(new ChartBounds(-0.5, Chart.XAxis.Categories.Count - 0.5));
        double room = !category && all.Any(s => s is ScatterSeries or HorizontalBarSeries) ? 0.02 : 0;
        return AxisRange.Scale(Chart.XAxis, bounds, 0, PlotWidth, room, anchored: all.Any(s => s is HorizontalBarSeries));
    }

    private IReadOnlyList<AxisTick> HorizontalTicks()
    {
        ChartAxis axis = Chart.XAxis;
        if (axis.Kind != AxisKind.Category)
            return AxisRange.Ticks(axis, X, Math.Max(2, (int)(PlotWidth / 72)));

        double widest = axis.Categories.Select(c => TextWidth.Of(c)).DefaultIfEmpty(0).Max();
        return AxisRange.Ticks(axis, X, Math.Max(2, (int)(PlotWidth / (Math.Min(widest, 110) + 10))));
    }
}

/// <summary>A panel with its position in the picture.</summary>
/// <param name="Panel">The panel, every series in its final colour.</param>
/// <param name="Top">Upper edge of the plot area.</param>
/// <param name="Height">Height of the plot area.</param>
/// <param name="Y">The vertical scale, in coordinates of the plot area.</param>
/// <param name="Ticks">Ticks of the vertical axis.</param>
internal sealed record PanelLayout(ChartPanel Panel, double Top, double Height, AxisScale Y, IReadOnlyList<AxisTick> Ticks);
