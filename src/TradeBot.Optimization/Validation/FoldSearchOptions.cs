namespace TradeBot.Optimization;

/// <summary>How a validation searches in every fold.</summary>
public sealed record FoldSearchOptions
{
    /// <summary>Chooses the parameters in each fold.</summary>
    public ISampler Sampler { get; init; } = new TpeSampler();

    /// <summary>Largest number of trials per fold, at least 1.</summary>
    public int Trials { get; init; } = 100;

    /// <summary>How the rows of a fold's training are split again, so that parameters are chosen on rows that they were not fitted to; null to choose on all training rows.</summary>
    public ISplit? Inner { get; init; }

    /// <summary>How the searches run. Trials of every fold count in its ledger.</summary>
    public StudyOptions Study { get; init; } = new();
}
