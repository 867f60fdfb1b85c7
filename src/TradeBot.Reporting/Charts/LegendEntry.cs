using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>A name in the legend, with the mark that stands for it.</summary>
/// <param name="Label">The name.</param>
/// <param name="Mark">A series in its resolved colour, or null for a shaded stretch.</param>
internal readonly record struct LegendEntry(string Label, ChartSeries? Mark)
{
    /// <summary>The names a reader needs; none where captions say it all.</summary>
    public static ImmutableArray<LegendEntry> For(Chart chart)
    {
        List<LegendEntry> entries = [.. chart.Panels.SelectMany(p => p.Series).Where(IsNamed).Select(s => new LegendEntry(s.Name, s))];
        if (entries.Count == 1 && chart.Panels.All(p => p.Series.Length <= 1) && chart.Panels[0].YAxis.Caption.Length > 0)
            entries.Clear();

        IEnumerable<string> regions = chart.Regions.Select(r => r.Label).Where(label => label.Length > 0).Distinct();
        entries.AddRange(regions.Select(label => new LegendEntry(label, null)));
        return [.. entries];
    }

    private static bool IsNamed(ChartSeries series) => series is XySeries and not HorizontalBarSeries && series.Name.Length > 0;
}
