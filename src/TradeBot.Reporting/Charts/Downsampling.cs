namespace TradeBot.Reporting;

/// <summary>Which points of a long line are drawn.</summary>
public enum Downsampling
{
    /// <summary>First, lowest, highest and last of each pixel column: the picture of the whole line, every extreme included.</summary>
    Extremes,

    /// <summary>The points that span the largest triangles: fewer and smoother, may lose an extreme.</summary>
    /// <remarks>Source: S. Steinarsson, <i>Downsampling Time Series for Visual Representation</i>, 2013.</remarks>
    LargestTriangle,
}
