using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>A name in the legend, with its mark.</summary>
/// <param name="Label">The name.</param>
/// <param name="Mark">A series in its resolved colour, or null for a shaded range.</param>
/// <param name="Region">Which kind of shaded range, from 0.</param>
internal readonly record struct LegendEntry(string Label, ChartSeries? Mark, int Region = 0)
{
    /// <summary>The names in the legend; none where captions are enough.</summary>
    public static ImmutableArray<LegendEntry> For(Chart chart)
    {
        List<LegendEntry> entries = [.. chart.Panels.Where(p => !SpeaksForItself(p)).SelectMany(p => p.Series).Where(IsNamed).Select(s => new LegendEntry(s.Name, s))];
        IEnumerable<string> kinds = chart.Regions.Select(r => r.Label).Distinct();
        entries.AddRange(kinds.Select((label, i) => new LegendEntry(label, null, i)).Where(entry => entry.Label.Length > 0));
        return [.. entries];
    }

    private static bool SpeaksForItself(ChartPanel panel) => panel.Series.Length == 1 && panel.YAxis.Caption.Length > 0;

    private static bool IsNamed(ChartSeries series) => series is XySeries and not HorizontalBarSeries && series.Name.Length > 0;
}
