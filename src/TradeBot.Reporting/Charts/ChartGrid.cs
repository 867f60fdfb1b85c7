using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>Small multiples: charts side by side on the same scales, so that shapes can be compared.</summary>
[TypeFormatterSource]
public sealed record ChartGrid
{
    private ChartGrid(ImmutableArray<Chart> charts) => Charts = charts;

    /// <summary>The charts, row by row.</summary>
    public ImmutableArray<Chart> Charts { get; }

    /// <summary>The title of the grid; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Largest number of charts in a row; a narrow picture has fewer.</summary>
    public int Columns { get; init; } = 3;

    /// <summary>A grid of charts with one panel each.</summary>
    /// <param name="charts">At least one; each with its own title.</param>
    /// <param name="columns">Largest number of charts in a row, at least 1.</param>
    /// <param name="sharedAxes">True for the same ends of both axes in all charts, where these are numbers or times.</param>
    /// <exception cref="ArgumentException">There is no chart, or one has several panels.</exception>
    public static ChartGrid Of(IEnumerable<Chart> charts, int columns = 3, bool sharedAxes = true)
    {
        ArgumentNullException.ThrowIfNull(charts);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Chart[] all = [.. charts];
        if (all.Length == 0)
            throw new ArgumentException("A grid needs at least one chart.", nameof(charts));
        if (Array.Find(all, chart => chart.Panels.Length != 1) is { } odd)
            throw new ArgumentException($"A chart of a grid has one panel; '{odd.Title}' has {odd.Panels.Length}.", nameof(charts));

        return new ChartGrid([.. sharedAxes ? Shared(all) : all]) { Columns = columns };
    }

    /// <summary>A copy with this title.</summary>
    public ChartGrid WithTitle(string title) => this with { Title = title };

    /// <summary>The charts as one picture.</summary>
    public string ToSvg(SvgOptions? options = null) => SvgGrid.Render(this, options ?? SvgOptions.Default);

    /// <summary>The charts in the schema of Plotly, as subplots, MIME type application/vnd.plotly.v1+json.</summary>
    /// <param name="maximumPoints">Largest number of points of a series, at least 4.</param>
    public string ToPlotlyJson(int maximumPoints = 2_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumPoints, 4);
        return PlotlyGrid.Render(this, maximumPoints);
    }

    /// <summary>The charts as text, one after the other.</summary>
    public string ToText() => (Title.Length > 0 ? Title + "\n" : "") + string.Join('\n', Charts.Select(chart => chart.ToText()));

    /// <summary>The title and the number of charts.</summary>
    public override string ToString() => FormattableString.Invariant($"'{Title}', {Charts.Length} small charts");

    private static IEnumerable<Chart> Shared(Chart[] charts)
    {
        ChartAxis x = charts[0].XAxis, y = charts[0].Panels[0].YAxis;
        bool log = y.Kind == AxisKind.Log;
        ChartBounds across = Bounds(charts, ChartBounds.OfX), up = Bounds(charts, series => ChartBounds.OfY(series, log));
        foreach (Chart chart in charts)
        {
            Chart shared = chart;
            if (Fits(chart.XAxis, x, across))
                shared = shared with { XAxis = chart.XAxis with { Minimum = across.Minimum, Maximum = across.Maximum } };
            if (Fits(chart.Panels[0].YAxis, y, up))
                shared = shared with { Panels = [chart.Panels[0] with { YAxis = chart.Panels[0].YAxis with { Minimum = Room(up.Minimum, up), Maximum = Room(up.Maximum, up) } }] };
            yield return shared;
        }

        // A little space beyond the data; 0 stays where it is.
        double Room(double end, ChartBounds bounds) => log || end == 0 ? end : end + (end == bounds.Minimum ? -1 : 1) * 0.04 * (bounds.Maximum - bounds.Minimum);

        static ChartBounds Bounds(Chart[] charts, Func<ChartSeries, ChartBounds> of) =>
            charts.SelectMany(c => c.Panels[0].Series).Aggregate(ChartBounds.None, (bounds, series) => bounds.With(of(series)));

        static bool Fits(ChartAxis axis, ChartAxis first, ChartBounds bounds) =>
            axis.Kind == first.Kind && axis.Kind != AxisKind.Category && bounds.Minimum < bounds.Maximum;
    }
}
