namespace TradeBot.Reporting;

/// <summary>A surface over two axes of numbers, shown as bands of colour and lines of equal height.</summary>
/// <remarks>Between the points of the grid the surface is linear on two triangles per cell.</remarks>
public sealed record ContourSeries : ChartSeries
{
    /// <summary>Positions of the columns, rising.</summary>
    public required ReadOnlyMemory<double> X { get; init; }

    /// <summary>Positions of the rows, rising.</summary>
    public required ReadOnlyMemory<double> Y { get; init; }

    /// <summary>Heights row by row, the lowest row first; NaN leaves a hole.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>What the heights are, shown beside the colour bar; may be empty.</summary>
    public string ValueTitle { get; init; } = "";

    /// <summary>The height at a point of the grid.</summary>
    public double At(int column, int row) => Values.Span[row * X.Length + column];
}
