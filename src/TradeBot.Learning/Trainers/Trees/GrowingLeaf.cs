namespace TradeBot.Learning;

/// <summary>A leaf that may still be split.</summary>
internal sealed class GrowingLeaf
{
    public required int Node { get; init; }

    /// <summary>Its rows: a range of the grower's order.</summary>
    public required int From { get; init; }

    public required int Count { get; init; }

    public required int Depth { get; init; }

    /// <summary>Sum of gradients and Hessians of its rows.</summary>
    public required long Sum { get; init; }

    public required LeafBounds Bounds { get; init; }

    /// <summary>Gradient and Hessian sums per feature and bin; null when not kept.</summary>
    public long[]? Histogram { get; set; }

    public SplitCandidate Best;
}
