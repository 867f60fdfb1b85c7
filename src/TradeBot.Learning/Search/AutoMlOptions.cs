using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>What a search may try, for how long, and where it is written down.</summary>
public sealed record AutoMlOptions
{
    /// <summary>The name of the study, in ledgers and reports; the beginning of the data set's hash follows it, so that the same options on other features are other trials.</summary>
    public string Name { get; init; } = "automl";

    /// <summary>How many trials are made at most; at least 1.</summary>
    public int Trials { get; init; } = 50;

    /// <summary>The time after which no further batch of trials begins; null for none. With it the outcome depends on the machine.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The ways of learning; empty for <see cref="SearchCandidate.For"/> the data.</summary>
    public IReadOnlyList<SearchCandidate> Candidates { get; init; } = [];

    /// <summary>Sets of features by name, each a trial's choice; empty for all features as the only set.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FeatureSets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>By what trials are ranked; null for the area under the curve where targets are classes, otherwise the information coefficient.</summary>
    public ScoreKind? Score { get; init; }

    /// <summary>Share of the last rows that no trial sees and the winner alone is judged by, in (0, 1); 0 for none.</summary>
    public double Holdout { get; init; } = 0.2;

    /// <summary>Where every trial is written down, as one on the candles behind the rows; by default <see cref="TrialLedger.Shared"/>.</summary>
    public ITrialLedger? Ledger { get; init; }

    /// <summary>Where ended trials are kept, so that a search that was interrupted goes on where it stopped; null for memory alone.</summary>
    public IStudyStorage? Storage { get; init; }

    /// <summary>Gives up trials that fall behind after some folds; null for none.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>Told after each trial, one call at a time.</summary>
    public IProgress<AutoMlProgress>? Progress { get; init; }

    /// <summary>Trials at one time, at least 1; the outcome does not depend on it.</summary>
    public int MaxParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>By which the time is measured.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
