namespace TradeBot.Strategies;

/// <summary>Options of the causality check.</summary>
public sealed record CausalityOptions
{
    /// <summary>Seed of the sampled decisions and perturbed futures; the same seed gives the same check.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Up to this many decisions all are replayed; above, a sample.</summary>
    public int ReplayAllUpTo { get; init; } = 500;

    /// <summary>Sample size when there are too many decisions to replay all; at least 1.</summary>
    public int SampledReplays { get; init; } = 64;

    /// <summary>Number of interleaved replays; 0 for none.</summary>
    public int Interleavings { get; init; } = 3;

    /// <summary>Maximum number of findings before the check stops; at least 1.</summary>
    public int MaxFindings { get; init; } = 20;

    /// <summary>Whether to inspect the strategy's data and code.</summary>
    public bool Inspect { get; init; } = true;
}
