namespace TradeBot.Learning;

/// <summary>A leaf that may still be divided.</summary>
internal sealed class GrowingLeaf
{
    public required int Node { get; init; }

    /// <summary>Its rows: a stretch of the grower's order.</summary>
    public required int From { get; init; }

    public required int Count { get; init; }

    public required int Depth { get; init; }

    /// <summary>Slope and curvature of its rows.</summary>
    public required long Sum { get; init; }

    public required LeafBounds Bounds { get; init; }

    /// <summary>Slope and curvature per feature and bin; null when they are not kept.</summary>
    public long[]? Histogram { get; set; }

    public SplitCandidate Best;
}
