using System.Text;

using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Describes a chart as text.</summary>
internal static class ChartText
{
    /// <summary>The title, or the names of the series where there is none.</summary>
    public static string Headline(Chart chart)
    {
        if (chart.Title.Length > 0)
            return chart.Title;

        string names = string.Join(", ", chart.Panels.SelectMany(p => p.Series).Select(s => s.Name).Where(n => n.Length > 0));
        return names.Length > 0 ? names : "Chart";
    }

    /// <summary>Title, axes and every series, with sparklines.</summary>
    public static string Render(Chart chart)
    {
        var text = new StringBuilder(Headline(chart)).Append('\n');
        if (chart.Subtitle.Length > 0)
            text.Append(chart.Subtitle).Append('\n');
        foreach (string line in Lines(chart, sparklines: true))
            text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>Axes and every series in sentences, for a screen reader.</summary>
    public static string Describe(Chart chart) => string.Join(' ', Lines(chart, sparklines: false).Select(line => line.Trim() + "."));

    private static IEnumerable<string> Lines(Chart chart, bool sparklines)
    {
        yield return Horizontal(chart);
        foreach (ChartPanel panel in chart.Panels)
        {
            yield return Vertical(panel);
            foreach (ChartSeries series in panel.Series)
            {
                yield return "  " + Series(chart, panel, series);
                string sparkline = sparklines ? Spark(series) : "";
                if (sparkline.Length > 0)
                    yield return "  " + sparkline;
            }

            foreach (PointNote note in panel.Notes)
                yield return $"  At {Position(chart.XAxis, note.X)}, {Number(panel.YAxis, note.Y)}: {note.Text}";
            foreach (ReferenceLine level in panel.Levels)
                yield return $"  Level {Number(panel.YAxis, level.Value)}{(level.Label.Length > 0 ? ": " + level.Label : "")}";
        }

        foreach (IGrouping<string, ShadedRegion> regions in chart.Regions.GroupBy(r => r.Label))
            yield return $"Shaded {Wording.Count(regions.Count(), "time")}{(regions.Key.Length > 0 ? ": " + regions.Key : "")}";
    }

    private static string Horizontal(Chart chart)
    {
        string name = chart.XAxis.Caption.Length > 0 ? chart.XAxis.Caption : chart.XAxis.Kind == AxisKind.Time ? "Time" : "Position";
        ChartBounds bounds = chart.Panels.SelectMany(p => p.Series).Aggregate(ChartBounds.None, (b, s) => b.With(Places(s)));
        if (bounds.IsEmpty)
            return $"Horizontal axis: {name}, no data";

        string utc = chart.XAxis.Kind == AxisKind.Time ? " UTC" : "";
        return $"Horizontal axis: {name}, {Position(chart.XAxis, bounds.Minimum)} to {Position(chart.XAxis, bounds.Maximum)}{utc}";
    }

    private static ChartBounds Places(ChartSeries series) => series switch
    {
        HorizontalBarSeries s => ChartBounds.Of(s.X.Span).With(0),
        XySeries s => ChartBounds.Of(s.X.Span),
        HeatmapSeries s => new ChartBounds(0, s.Columns - 1),
        ContourSeries s => ChartBounds.Of(s.X.Span),
        BoxSeries s => new ChartBounds(0, s.Boxes.Length - 1),
        ParallelSeries s => new ChartBounds(0, s.Dimensions.Length - 1),
        CandlestickSeries s => Times(s.Candles),
        VolumeSeries s => Times(s.Candles),
        _ => ChartBounds.None,
    };

    private static ChartBounds Times(CandleSeries candles) =>
        candles.Count == 0 ? ChartBounds.None : new ChartBounds(candles.OpenTimes[0], candles.OpenTimes[^1]);

    private static string Vertical(ChartPanel panel)
    {
        string name = panel.YAxis.Caption.Length > 0 ? panel.YAxis.Caption : "Value";
        return $"Vertical axis: {name}{(panel.YAxis.Kind == AxisKind.Log ? ", logarithmic" : "")}";
    }

    private static string Series(Chart chart, ChartPanel panel, ChartSeries series) => series switch
    {
        CandlestickSeries s => Candles(s.Candles),
        VolumeSeries s => $"Volume: {Extremes(chart, panel, Array.ConvertAll(s.Candles.OpenTimes.ToArray(), t => (double)t), s.Candles.Volume)}",
        HeatmapSeries s => Heatmap(chart, panel, s),
        ContourSeries s => Contour(chart, panel, s),
        BoxSeries s => Named(s) + Boxes(chart, panel, s),
        ParallelSeries s => Parallel(s),
        HorizontalBarSeries s => Named(s) + Ranking(chart, panel, s),
        XySeries s => $"{Named(s)}{Extremes(chart, panel, s.X.Span, s.Y.Span)}",
        _ => series.Name,
    };

    private static string Named(ChartSeries series) => series.Name.Length > 0 ? series.Name + ": " : "";

    private static string Candles(CandleSeries candles)
    {
        if (candles.Count == 0)
            return candles.ToString();

        var low = ChartBounds.Of(candles.Low);
        var high = ChartBounds.Of(candles.High);
        return $"{candles}: first open {Auto(candles.Open[0])}, last close {Auto(candles.Close[^1])}, low {Auto(low.Minimum)}, high {Auto(high.Maximum)}";
    }

    private static string Heatmap(Chart chart, ChartPanel panel, HeatmapSeries series)
    {
        ReadOnlySpan<double> values = series.Values.Span;
        string title = series.ValueTitle.Length > 0 ? series.ValueTitle + ": " : Named(series);
        string size = FormattableString.Invariant($"{title}{series.Columns} by {series.Rows} cells");
        (int lowest, int highest, int known) = Scan(values);
        return known == 0 ? size + ", none known" : $"{size}, {Unknown(values.Length - known)}lowest {Cell(lowest)}, highest {Cell(highest)}";

        string Cell(int index) =>
            $"{(series.Percent ? ValueFormat.Percent().Format(series.Values.Span[index]) : Auto(series.Values.Span[index]))} at {Position(chart.XAxis, index % series.Columns)} and {Position(panel.YAxis, index / series.Columns)}";
    }

    private static string Contour(Chart chart, ChartPanel panel, ContourSeries series)
    {
        string title = series.ValueTitle.Length > 0 ? series.ValueTitle + ": " : Named(series);
        string size = FormattableString.Invariant($"{title}surface over {series.X.Length} by {series.Y.Length} points");
        (int lowest, int highest, int known) = Scan(series.Values.Span);
        return known == 0 ? size + ", none known" : $"{size}, {Unknown(series.Values.Length - known)}lowest {Place(lowest)}, highest {Place(highest)}";

        string Place(int index) =>
            $"{Auto(series.Values.Span[index])} at {Position(chart.XAxis, series.X.Span[index % series.X.Length])} and {Position(panel.YAxis, series.Y.Span[index / series.X.Length])}";
    }

    private static string Boxes(Chart chart, ChartPanel panel, BoxSeries series) => string.Join("; ", series.Boxes.Select((box, i) => box.Count == 0
        ? $"{Position(chart.XAxis, i)} nothing known"
        : $"{Position(chart.XAxis, i)} median {Number(panel.YAxis, box.Median)}, middle half {Number(panel.YAxis, box.LowerQuartile)} to {Number(panel.YAxis, box.UpperQuartile)}, {Wording.Count(box.Outliers.Length, "outlier")}"));

    private static string Parallel(ParallelSeries series)
    {
        string lines = $"{Wording.Count(series.Values.Length, "line")} through {string.Join(", ", series.Dimensions.Select(d => $"{d.Name} ({d.LowLabel} to {d.HighLabel})"))}";
        (int lowest, int highest, int known) = Scan(series.Values.Span);
        return known == 0 ? lines : $"{lines}; {(series.ValueTitle.Length > 0 ? series.ValueTitle : "value")} lowest {At(lowest)}, highest {At(highest)}";

        string At(int index) => $"{Auto(series.Values.Span[index])} at {string.Join(", ", series.Dimensions.Select(d => $"{d.Name} {d.Label(index)}"))}";
    }

    private static string Ranking(Chart chart, ChartPanel panel, HorizontalBarSeries series)
    {
        const int Most = 12;
        IEnumerable<string> bars = Enumerable.Range(0, series.X.Length).Reverse().Take(Most)
            .Select(i => $"{Position(panel.YAxis, series.Y.Span[i])} {Number(chart.XAxis, series.X.Span[i])}");
        string rest = series.X.Length > Most ? FormattableString.Invariant($" and {series.X.Length - Most} more") : "";
        return string.Join(", ", bars) + rest;
    }

    private static string Extremes(Chart chart, ChartPanel panel, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        (int lowest, int highest, int known) = Scan(y);
        if (known == 0)
            return $"{Wording.Count(y.Length, "point")}, none known";

        int first = 0, last = y.Length - 1;
        while (!double.IsFinite(y[first]))
            first++;
        while (!double.IsFinite(y[last]))
            last--;
        return $"{Wording.Count(y.Length, "point")}, {Unknown(y.Length - known)}"
            + $"first {Number(panel.YAxis, y[first])}, last {Number(panel.YAxis, y[last])}, "
            + $"lowest {Number(panel.YAxis, y[lowest])} at {Position(chart.XAxis, x[lowest])}, highest {Number(panel.YAxis, y[highest])} at {Position(chart.XAxis, x[highest])}";
    }

    private static (int Lowest, int Highest, int Known) Scan(ReadOnlySpan<double> values)
    {
        int lowest = -1, highest = -1, known = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                continue;

            known++;
            lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
            highest = highest < 0 || values[i] > values[highest] ? i : highest;
        }

        return (lowest, highest, known);
    }

    private static string Unknown(int count) => count == 0 ? "" : FormattableString.Invariant($"{count:N0} unknown, ");

    private static string Spark(ChartSeries series) => series switch
    {
        CandlestickSeries s => Sparkline.Of(s.Candles.Close),
        LineSeries s => Sparkline.Of(s.Y.Span),
        AreaSeries s => Sparkline.Of(s.Y.Span),
        BarSeries s => Sparkline.Of(s.Y.Span),
        _ => "",
    };

    private static string Number(ChartAxis axis, double value) => axis.Percent ? ValueFormat.Percent().Format(value) : Auto(value);

    private static string Auto(double value) => ValueFormat.Auto.Format(value);

    private static string Position(ChartAxis axis, double value) => axis.Kind switch
    {
        AxisKind.Time => ValueFormat.Auto.Format(UnixTime.ToDateTime((long)value)),
        AxisKind.Category when value >= 0 && (int)value < axis.Categories.Count => axis.Categories[(int)value],
        _ => Number(axis, value),
    };
}
