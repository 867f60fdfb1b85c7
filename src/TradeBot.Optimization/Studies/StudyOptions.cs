namespace TradeBot.Optimization;

/// <summary>How a study runs; only a pruner and the time limits change which trials are made or what they give.</summary>
public sealed record StudyOptions
{
    /// <summary>Evaluations at one time, at least 1. The evaluated function must then be safe to call from several threads.</summary>
    public int MaxParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Told after each trial, one call at a time, from the thread that ended it.</summary>
    public IProgress<StudyProgress>? Progress { get; init; }

    /// <summary>Where every evaluation is written down; by default <see cref="TrialLedger.Shared"/> for a study that states its data.</summary>
    public ITrialLedger? Ledger { get; init; }

    /// <summary>Content hash of the data that trials are judged on, so that trials of other studies on the same data count. Calls that are given candles state it.</summary>
    public string? DataHash { get; init; }

    /// <summary>Gives up trials that fall behind; null for none. For a single objective.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>How many trials run between two lessons of the pruner, when the sampler asks for more at once; at least 1.</summary>
    public int PrunerBatch { get; init; } = 8;

    /// <summary>The time after which a trial counts as failed; null for none. What an evaluation that heeds no cancellation still computes is thrown away.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>The time after which no further batch begins; null for none.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>By which both limits are measured.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where ended trials are kept, so that a study that was interrupted goes on where it stopped; null for memory alone.</summary>
    public IStudyStorage? Storage { get; init; }

    /// <summary>When the locked stretch of the data was looked at, for the report: see <see cref="Holdout"/>. Null for what the shared register holds on the data that the study states.</summary>
    public IReadOnlyList<HoldoutOpening>? HoldoutOpenings { get; init; }

    internal ITrialLedger? LedgerInUse => Ledger ?? (DataHash is null ? null : TrialLedger.Shared);

    internal void Require(int objectives, ISampler sampler)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PrunerBatch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TrialTimeout ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(TrialTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(Timeout));
        if (objectives > sampler.MaxObjectives)
            throw new ArgumentException($"The sampler {sampler.Name} follows {sampler.MaxObjectives} objective, the study has {objectives}: use {nameof(Nsga2Sampler)}.", nameof(sampler));
        if (objectives > 1 && Pruner is not null)
            throw new ArgumentException($"A pruner judges by one objective, the study has {objectives}.", nameof(objectives));
    }
}

/// <summary>How far a study is.</summary>
/// <param name="Ended">Trials that have ended, in whatever state.</param>
/// <param name="Total">Trials that will be made; for a sampler that may stop early, at most.</param>
/// <param name="Failed">Trials that threw.</param>
/// <param name="Best">The best trial so far; null before the first complete one.</param>
public sealed record StudyProgress(int Ended, int Total, int Failed, Trial? Best);
