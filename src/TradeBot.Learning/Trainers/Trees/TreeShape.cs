namespace TradeBot.Learning;

/// <summary>How trees may grow.</summary>
internal sealed record TreeShape
{
    public required int MaxDepth { get; init; }

    /// <summary>int.MaxValue for no limit.</summary>
    public required int MaxLeaves { get; init; }

    /// <summary>The most promising leaf first rather than level by level.</summary>
    public bool BestFirst { get; init; }

    /// <summary>Curvature that each side of a question needs.</summary>
    public required double MinCurvature { get; init; }

    /// <summary>Penalty on squared leaf values.</summary>
    public double L2 { get; init; }

    /// <summary>What a question must gain.</summary>
    public double MinGain { get; init; }

    /// <summary>Features tried per node; 0 for all.</summary>
    public int FeaturesPerNode { get; init; }

    /// <summary>One threshold per feature and node, drawn.</summary>
    public bool DrawsThresholds { get; init; }

    /// <summary>Per feature 1 where the score may only rise with it, −1 only fall, 0 free; null when all are free.</summary>
    public int[]? Monotone { get; init; }
}
