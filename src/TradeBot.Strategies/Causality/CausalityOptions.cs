namespace TradeBot.Strategies;

/// <summary>How thoroughly causality is checked.</summary>
public sealed record CausalityOptions
{
    /// <summary>Draws the sampled decisions and the changed futures; the same seed, the same check.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>With so many decisions or fewer, every one is replayed; with more, a sample.</summary>
    public int ReplayAllUpTo { get; init; } = 500;

    /// <summary>How many decisions are replayed when there are too many for all; at least 1.</summary>
    public int SampledReplays { get; init; } = 64;

    /// <summary>How often another session runs ahead in between; 0 for never.</summary>
    public int Interleavings { get; init; } = 3;

    /// <summary>After so many findings the check ends; at least 1.</summary>
    public int MaxFindings { get; init; } = 20;

    /// <summary>Whether to look into what the strategy holds and what its code calls.</summary>
    public bool Inspect { get; init; } = true;
}
