using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>Options of a search: candidates, budget and storage.</summary>
public sealed record AutoMlOptions
{
    /// <summary>The name of the study, in ledgers and reports; the start of the data set's hash is appended, so that the same options on other features count as different trials.</summary>
    public string Name { get; init; } = "automl";

    /// <summary>Maximum number of trials; at least 1.</summary>
    public int Trials { get; init; } = 50;

    /// <summary>Time limit after which no further batch of trials starts; null for none. With a limit the result depends on the machine.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The trainers to try; empty for <see cref="SearchCandidate.For"/> the data.</summary>
    public IReadOnlyList<SearchCandidate> Candidates { get; init; } = [];

    /// <summary>Named feature sets to choose from; empty to use all features.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FeatureSets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Score that ranks trials; null for AUC for classification, otherwise the information coefficient.</summary>
    public ScoreKind? Score { get; init; }

    /// <summary>Fraction of the rows, the last ones, that no trial uses and that evaluates only the winner, in (0, 1); 0 for none.</summary>
    public double Holdout { get; init; } = 0.2;

    /// <summary>The ledger in which every trial is counted, by the candles that the rows come from; by default <see cref="TrialLedger.Shared"/>.</summary>
    public ITrialLedger? Ledger { get; init; }

    /// <summary>Storage of finished trials, so that an interrupted search can resume; null to keep them in memory only.</summary>
    public IStudyStorage? Storage { get; init; }

    /// <summary>Stops trials that are behind after some folds; null for none.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>Receives progress after each trial, one call at a time.</summary>
    public IProgress<AutoMlProgress>? Progress { get; init; }

    /// <summary>Maximum number of parallel trials, at least 1; does not affect the result.</summary>
    public int MaxParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>The clock for the time limit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
