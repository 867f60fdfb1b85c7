namespace TradeBot.Reporting;

/// <summary>A grid of values shown as colours, over two category axes.</summary>
public sealed record HeatmapSeries : ChartSeries
{
    /// <summary>Number of columns, the places of the horizontal axis.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of rows, the places of the vertical axis, lowest first.</summary>
    public required int Rows { get; init; }

    /// <summary>Values row by row; NaN is an empty cell.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>What the values are, shown beside the colour bar; may be empty.</summary>
    public string ValueTitle { get; init; } = "";

    /// <summary>True when 0 has a colour of its own, lighter than all others.</summary>
    public bool Diverging { get; init; }

    /// <summary>True when values are fractions to be read as percentages.</summary>
    public bool Percent { get; init; }

    /// <summary>The value of a cell.</summary>
    public double At(int column, int row) => Values.Span[row * Columns + column];
}
