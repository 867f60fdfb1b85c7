namespace TradeBot.Optimization;

/// <summary>How a study runs; only a pruner and the time limits change the trials or their results.</summary>
public sealed record StudyOptions
{
    /// <summary>Evaluations at one time, at least 1. The evaluated function must then be safe to call from several threads.</summary>
    public int MaxParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Called after each trial, one call at a time, on the thread that ended it.</summary>
    public IProgress<StudyProgress>? Progress { get; init; }

    /// <summary>Records every evaluation; by default <see cref="TrialLedger.Shared"/> for a study that states its data.</summary>
    public ITrialLedger? Ledger { get; init; }

    /// <summary>Content hash of the data on which trials are evaluated, so that trials of other studies on the same data count. Methods that take candles set it.</summary>
    public string? DataHash { get; init; }

    /// <summary>Stops trials early that fall behind; null for none. For a single objective.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>How many trials run between two updates of the pruner, when the sampler's batch is larger; at least 1.</summary>
    public int PrunerBatch { get; init; } = 8;

    /// <summary>The time after which a trial counts as failed; null for none. The result of an evaluation that ignores its cancellation is discarded.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>The time after which no further batch starts; null for none.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The clock for both limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Stores ended trials, so that an interrupted study continues where it stopped; null for memory only.</summary>
    public IStudyStorage? Storage { get; init; }

    /// <summary>The openings of the data's holdout, for the report: see <see cref="Holdout"/>. Null for those in the shared register for the stated data.</summary>
    public IReadOnlyList<HoldoutOpening>? HoldoutOpenings { get; init; }

    internal ITrialLedger? LedgerInUse => Ledger ?? (DataHash is null ? null : TrialLedger.Shared);

    internal void Require(int objectives, ISampler sampler)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PrunerBatch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TrialTimeout ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(TrialTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(Timeout));
        if (objectives > sampler.MaxObjectives)
            throw new ArgumentException($"The sampler {sampler.Name} supports {sampler.MaxObjectives} objective, the study has {objectives}: use {nameof(Nsga2Sampler)}.", nameof(sampler));
        if (objectives > 1 && Pruner is not null)
            throw new ArgumentException($"A pruner supports one objective, the study has {objectives}.", nameof(objectives));
    }
}

/// <summary>The progress of a study.</summary>
/// <param name="Ended">Trials that have ended, in any state.</param>
/// <param name="Total">Number of trials; for a sampler that may stop early, the largest number.</param>
/// <param name="Failed">Trials that threw.</param>
/// <param name="Best">The best trial so far; null before the first complete one.</param>
public sealed record StudyProgress(int Ended, int Total, int Failed, Trial? Best);
