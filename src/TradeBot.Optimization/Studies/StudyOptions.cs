namespace TradeBot.Optimization;

/// <summary>How a study runs; none of it changes which trials are made or what they give.</summary>
public sealed record StudyOptions
{
    /// <summary>Evaluations at one time, at least 1. The evaluated function must then be safe to call from several threads.</summary>
    public int MaxParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Told after each trial, one call at a time, from the thread that ended it.</summary>
    public IProgress<StudyProgress>? Progress { get; init; }

    /// <summary>Where every evaluation is written down; by default only in the result.</summary>
    public ITrialLedger? Ledger { get; init; }

    /// <summary>Content hash of the data that trials are judged on, so that trials of other studies on the same data count.</summary>
    public string? DataHash { get; init; }
}
