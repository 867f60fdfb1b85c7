namespace TradeBot.Learning;

/// <summary>Limits on tree growth.</summary>
internal sealed record TreeShape
{
    public required int MaxDepth { get; init; }

    /// <summary>int.MaxValue for no limit.</summary>
    public required int MaxLeaves { get; init; }

    /// <summary>Leaf-wise, best gain first, rather than level by level.</summary>
    public bool BestFirst { get; init; }

    /// <summary>Minimum Hessian sum of each side of a split.</summary>
    public required double MinCurvature { get; init; }

    /// <summary>L2 penalty on leaf values.</summary>
    public double L2 { get; init; }

    /// <summary>Minimum gain of a split.</summary>
    public double MinGain { get; init; }

    /// <summary>Features tried per node; 0 for all.</summary>
    public int FeaturesPerNode { get; init; }

    /// <summary>One random threshold per feature and node.</summary>
    public bool DrawsThresholds { get; init; }

    /// <summary>Monotone constraint per feature: 1 increasing, −1 decreasing, 0 none; null when there are none.</summary>
    public int[]? Monotone { get; init; }
}
