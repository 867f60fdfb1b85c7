namespace TradeBot.Optimization;

/// <summary>How a validation searches anew in every fold.</summary>
public sealed record FoldSearchOptions
{
    /// <summary>Chooses the parameters in each fold.</summary>
    public ISampler Sampler { get; init; } = new TpeSampler();

    /// <summary>How many trials each fold makes at most, at least 1.</summary>
    public int Trials { get; init; } = 100;

    /// <summary>How the rows of a fold's training are split again, so that parameters are chosen by rows that they were not fitted to; null to choose by the training rows as a whole.</summary>
    public ISplit? Inner { get; init; }

    /// <summary>How the searches run. Trials of every fold count in its ledger.</summary>
    public StudyOptions Study { get; init; } = new();
}
