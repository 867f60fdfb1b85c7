using System.Collections.Immutable;
using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>A series in a panel.</summary>
public abstract record ChartSeries
{
    /// <summary>The name in legend and summary; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The colour.</summary>
    public ChartColor Color { get; init; }
}

/// <summary>Points (x, y). A y that is not finite is unknown: it leaves a gap and is never drawn as 0.</summary>
/// <remarks>Lines over times are not drawn across a gap: a step that is longer than usual.</remarks>
public abstract record XySeries : ChartSeries
{
    /// <summary>Positions along the horizontal axis.</summary>
    public ReadOnlyMemory<double> X { get; init; }

    /// <summary>Values, aligned with <see cref="X"/>.</summary>
    public ReadOnlyMemory<double> Y { get; init; }
}

/// <summary>Points joined by a line.</summary>
public sealed record LineSeries : XySeries
{
    /// <summary>True for a dashed line.</summary>
    public bool Dashed { get; init; }

    /// <summary>How neighbouring points are joined.</summary>
    public LineShape Shape { get; init; }

    /// <summary>Which points are drawn when there are more than pixels.</summary>
    public Downsampling Downsampling { get; init; }
}

/// <summary>A line with the area between it and a baseline filled.</summary>
public sealed record AreaSeries : XySeries
{
    /// <summary>How neighbouring points are joined.</summary>
    public LineShape Shape { get; init; }

    /// <summary>The baseline; finite.</summary>
    public double Baseline { get; init; }
}

/// <summary>Points, each with a marker.</summary>
public sealed record ScatterSeries : XySeries
{
    /// <summary>The marker.</summary>
    public MarkerShape Shape { get; init; }
}

/// <summary>Bars from 0 to each value.</summary>
public sealed record BarSeries : XySeries
{
    /// <summary>Width of a bar in units of the horizontal axis, positive.</summary>
    public double Width { get; init; } = 0.8;

    /// <summary>True when bars below 0 have the colour of losses and the others that of gains.</summary>
    public bool ColorBySign { get; init; }
}

/// <summary>Horizontal bars from 0 to x, one per category of a vertical category axis.</summary>
/// <remarks>An x that is not finite leaves a gap.</remarks>
public sealed record HorizontalBarSeries : XySeries;

/// <summary>A box for each category of an axis.</summary>
public sealed record BoxSeries : ChartSeries
{
    /// <summary>The boxes, left to right; one without values leaves a gap.</summary>
    public required ImmutableArray<BoxSummary> Boxes { get; init; }
}

/// <summary>Candles with bodies and wicks.</summary>
/// <remarks>
/// Where there are too many candles for the picture, longer ones are drawn, aligned with the calendar:
/// first open, highest high, lowest low, last close. The picture says so.
/// </remarks>
public sealed record CandlestickSeries : ChartSeries
{
    /// <summary>The candles.</summary>
    public required CandleSeries Candles { get; init; }
}

/// <summary>Traded volume as bars, in the colours of their candles.</summary>
/// <remarks>Where longer candles are drawn, volume is their sum.</remarks>
public sealed record VolumeSeries : ChartSeries
{
    /// <summary>The candles.</summary>
    public required CandleSeries Candles { get; init; }
}

/// <summary>A grid of values shown as colours, over two category axes.</summary>
public sealed record HeatmapSeries : ChartSeries
{
    /// <summary>Number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of rows, lowest first.</summary>
    public required int Rows { get; init; }

    /// <summary>Values row by row; NaN is an empty cell.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>The name of the values, shown at the colour bar; may be empty.</summary>
    public string ValueTitle { get; init; } = "";

    /// <summary>True when the colour scale is centred on 0, with the lightest colour there.</summary>
    public bool Diverging { get; init; }

    /// <summary>True when values are fractions to be shown as percentages.</summary>
    public bool Percent { get; init; }

    /// <summary>The value of a cell.</summary>
    public double At(int column, int row) => Values.Span[row * Columns + column];
}

/// <summary>A contour plot over two numeric axes: coloured bands and contour lines.</summary>
/// <remarks>Between the points of the grid the surface is linear on two triangles per cell.</remarks>
public sealed record ContourSeries : ChartSeries
{
    /// <summary>Positions of the columns, ascending.</summary>
    public required ReadOnlyMemory<double> X { get; init; }

    /// <summary>Positions of the rows, ascending.</summary>
    public required ReadOnlyMemory<double> Y { get; init; }

    /// <summary>Heights row by row, the lowest row first; NaN leaves a hole.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>The name of the heights, shown at the colour bar; may be empty.</summary>
    public string ValueTitle { get; init; } = "";

    /// <summary>The height at a point of the grid.</summary>
    public double At(int column, int row) => Values.Span[row * X.Length + column];
}

/// <summary>Parallel coordinates: items as lines through several scales, coloured by a value.</summary>
public sealed record ParallelSeries : ChartSeries
{
    /// <summary>The scales, left to right.</summary>
    public required ImmutableArray<ParallelDimension> Dimensions { get; init; }

    /// <summary>The value that colours each item; NaN draws it in grey.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>The name of that value, shown at the colour bar; may be empty.</summary>
    public string ValueTitle { get; init; } = "";
}

/// <summary>How neighbouring points of a line are joined.</summary>
public enum LineShape
{
    /// <summary>By straight lines: the value moved from one point to the next.</summary>
    Straight,

    /// <summary>By steps: a value stays until the next point, such as the best of a search so far.</summary>
    StepAfter,

    /// <summary>By steps: a value applies since the previous point, such as the position during a candle.</summary>
    StepBefore,
}

/// <summary>The marker of a scatter series.</summary>
public enum MarkerShape
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A triangle that points up, for a purchase.</summary>
    TriangleUp,

    /// <summary>A triangle that points down, for a sale.</summary>
    TriangleDown,

    /// <summary>A cross.</summary>
    Cross,
}

/// <summary>Which points of a long line are drawn.</summary>
public enum Downsampling
{
    /// <summary>First, lowest, highest and last of each pixel column: looks like the whole line, with every extreme.</summary>
    Extremes,

    /// <summary>Largest-triangle-three-buckets: fewer points and smoother, may lose an extreme.</summary>
    /// <remarks>Source: S. Steinarsson, <i>Downsampling Time Series for Visual Representation</i>, 2013.</remarks>
    LargestTriangle,
}
