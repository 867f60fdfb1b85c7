using System.Collections.Immutable;

using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>A chart as data: panels of series over one horizontal axis.</summary>
/// <remarks>
/// Immutable: each method returns a changed copy. One model gives a picture (<see cref="ToSvg"/>), an interactive
/// description (<see cref="ToPlotlyJson"/>) and text (<see cref="ToText"/>), the same bytes on each call.
/// </remarks>
[TypeFormatterSource]
public sealed partial record Chart
{
    /// <summary>The title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>A second line under the title; may be empty.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The horizontal axis.</summary>
    public ChartAxis XAxis { get; init; } = new();

    /// <summary>The plot areas, top first; at least one.</summary>
    public ImmutableArray<ChartPanel> Panels { get; init; } = [new ChartPanel()];

    /// <summary>Shaded ranges of the horizontal axis.</summary>
    public ImmutableArray<ShadedRegion> Regions { get; init; } = [];

    /// <summary>A copy with this title.</summary>
    public Chart WithTitle(string title, string subtitle = "") => this with { Title = title, Subtitle = subtitle };

    /// <summary>A copy with a title of the horizontal axis.</summary>
    public Chart WithXAxis(string title, string unit = "", bool log = false) => this with
    {
        XAxis = XAxis with { Title = title, Unit = unit, Kind = Kind(XAxis.Kind, log) },
    };

    /// <summary>A copy with a title of the first vertical axis.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="unit">The unit, such as USDT.</param>
    /// <param name="log">True for a logarithmic axis.</param>
    /// <param name="percent">True when values are fractions to be shown as percentages.</param>
    public Chart WithYAxis(string title, string unit = "", bool log = false, bool percent = false) => WithFirstPanel(panel => panel with
    {
        YAxis = panel.YAxis with { Title = title, Unit = unit, Kind = Kind(panel.YAxis.Kind, log), Percent = percent },
    });

    /// <summary>A copy whose first vertical axis has fixed ends.</summary>
    /// <exception cref="ArgumentException">The ends are not finite and ascending.</exception>
    public Chart WithYRange(double minimum, double maximum)
    {
        if (!(double.IsFinite(minimum) && double.IsFinite(maximum) && minimum < maximum))
            throw new ArgumentException($"Expected two finite values, the first below the second, got {minimum} and {maximum}.", nameof(maximum));

        return WithFirstPanel(panel => panel with { YAxis = panel.YAxis with { Minimum = minimum, Maximum = maximum } });
    }

    /// <summary>A copy with one more series in the first panel, joined by a line.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the horizontal axis is of another kind.</exception>
    public Chart AddLine(ChartValues x, ChartValues y, string name = "", ChartColor color = ChartColor.Auto, bool dashed = false, LineShape shape = LineShape.Straight) =>
        Add(x, new LineSeries { X = x.Numbers, Y = y.Numbers, Name = name, Color = color, Dashed = dashed, Shape = shape });

    /// <summary>A copy with one more series in the first panel, filled down to the baseline.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the horizontal axis is of another kind.</exception>
    public Chart AddArea(ChartValues x, ChartValues y, string name = "", ChartColor color = ChartColor.Auto, double baseline = 0, LineShape shape = LineShape.Straight) =>
        Add(x, new AreaSeries { X = x.Numbers, Y = y.Numbers, Name = name, Color = color, Baseline = baseline, Shape = shape });

    /// <summary>A copy with one more series in the first panel, as bars.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the horizontal axis is of another kind.</exception>
    public Chart AddBars(ChartValues x, ChartValues y, string name = "", ChartColor color = ChartColor.Auto, bool colorBySign = false) =>
        Add(x, new BarSeries
        {
            X = x.Numbers, Y = y.Numbers, Name = name, Color = color, ColorBySign = colorBySign,
            Width = x.Kind == AxisKind.Category ? 0.8 : 0.8 * SmallestStep(x.Numbers.Span),
        });

    /// <summary>A copy with markers in the first panel, such as the fills of a backtest.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the horizontal axis is of another kind.</exception>
    public Chart AddMarkers(
        ChartValues x, ChartValues y, string name = "", MarkerShape shape = MarkerShape.Circle, ChartColor color = ChartColor.Auto) =>
        Add(x, new ScatterSeries { X = x.Numbers, Y = y.Numbers, Name = name, Shape = shape, Color = color });

    /// <summary>A copy with one more series in the first panel.</summary>
    public Chart Add(ChartSeries series) => WithFirstPanel(panel => panel with { Series = panel.Series.Add(series) });

    /// <summary>A copy with a horizontal line across the first panel.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public Chart AddLevel(double value, string label = "") => double.IsFinite(value)
        ? WithFirstPanel(panel => panel with { Levels = panel.Levels.Add(new ReferenceLine(value, label)) })
        : throw new ArgumentException($"Expected a finite value, got {value}.", nameof(value));

    /// <summary>A copy with a note at a time in the first panel, such as the depth of a drawdown.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public Chart Annotate(DateTime time, double value, string text) => Annotate((double)UnixTime.FromDateTime(time), value, text);

    /// <summary>A copy with a note at a point of the first panel.</summary>
    /// <exception cref="ArgumentException">The point is not finite.</exception>
    public Chart Annotate(double x, double y, string text) => double.IsFinite(x) && double.IsFinite(y)
        ? WithFirstPanel(panel => panel with { Notes = panel.Notes.Add(new PointNote(x, y, text)) })
        : throw new ArgumentException($"Expected a finite point, got ({x}, {y}).", nameof(y));

    /// <summary>A copy with a period shaded, such as a gap in the data.</summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public Chart Shade(DateTime from, DateTime to, string label = "") =>
        Shade((double)UnixTime.FromDateTime(from), UnixTime.FromDateTime(to), label);

    /// <summary>A copy with a range of the horizontal axis shaded.</summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public Chart Shade(double from, double to, string label = "") => to >= from
        ? this with { Regions = Regions.Add(new ShadedRegion(from, to, label)) }
        : throw new ArgumentException($"The range ends at {to}, before its start at {from}.", nameof(to));

    /// <summary>A copy with the panels of another chart underneath, on this chart's horizontal axis.</summary>
    /// <param name="lower">Its panels and shaded ranges are used, its titles are not.</param>
    /// <param name="height">Height of each added panel relative to the first one of this chart, positive.</param>
    /// <exception cref="ArgumentException">The horizontal axes differ in kind.</exception>
    public Chart WithPanelBelow(Chart lower, double height = 0.4)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (lower.XAxis.Kind != XAxis.Kind)
            throw new ArgumentException($"The lower chart's horizontal axis is {lower.XAxis.Kind}, this chart's is {XAxis.Kind}.", nameof(lower));

        return this with
        {
            Panels = Panels.AddRange(lower.Panels.Select(panel => panel with { Height = height * panel.Height })),
            Regions = Regions.AddRange(lower.Regions),
        };
    }

    /// <summary>The title and the number of series.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"Chart '{Title}' with {Panels.Sum(p => p.Series.Length)} series");

    private static AxisKind Kind(AxisKind kind, bool log) => log ? AxisKind.Log : kind == AxisKind.Log ? AxisKind.Linear : kind;

    private static double SmallestStep(ReadOnlySpan<double> x)
    {
        double smallest = double.PositiveInfinity;
        for (int i = 1; i < x.Length; i++)
        {
            double step = Math.Abs(x[i] - x[i - 1]);
            if (step > 0)
                smallest = Math.Min(smallest, step);
        }

        return double.IsFinite(smallest) ? smallest : 1;
    }

    private Chart WithFirstPanel(Func<ChartPanel, ChartPanel> change) => this with { Panels = Panels.SetItem(0, change(Panels[0])) };

    private Chart Add(ChartValues x, XySeries series)
    {
        if (series.X.Length != series.Y.Length)
            throw new ArgumentException($"Expected {series.X.Length} values, one per position, got {series.Y.Length}.", nameof(series));

        return WithXKind(x).Add(series);
    }

    private Chart WithXKind(ChartValues x)
    {
        if (Panels.All(panel => panel.Series.IsEmpty))
            return this with { XAxis = XAxis with { Kind = x.Kind, Categories = x.Categories } };
        if (x.Kind != XAxis.Kind && !(x.Kind == AxisKind.Linear && XAxis.Kind == AxisKind.Log))
            throw new ArgumentException($"The chart's horizontal axis is {XAxis.Kind}, the new series needs {x.Kind}.", nameof(x));
        if (!x.Categories.SequenceEqual(XAxis.Categories))
            throw new ArgumentException($"The chart's categories are {string.Join(", ", XAxis.Categories)}; the new series has others.", nameof(x));

        return this;
    }
}
