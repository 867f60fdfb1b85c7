using TradeBot.Optimization.Overfitting;

namespace TradeBot.Optimization;

/// <summary>What a ledger keeps of one evaluation. Nothing in it depends on the time or the machine.</summary>
/// <param name="Study">The study's name.</param>
/// <param name="Seed">The study's seed.</param>
/// <param name="Number">The trial's place in the study.</param>
/// <param name="Parameters">What was tried, as <see cref="ParameterSet.ToString"/> writes it.</param>
/// <param name="State">How it ended.</param>
/// <param name="Value">The objective; NaN unless <paramref name="State"/> is complete.</param>
/// <param name="DataHash">Content hash of the data; null when the study did not say.</param>
public sealed record LedgerEntry(string Study, int Seed, int Number, string Parameters, TrialState State, double Value, string? DataHash)
{
    /// <summary>A digest of the trial's returns, by which equal results are known; null when none were kept, or the entry was written before ledgers kept it.</summary>
    public string? ReturnsHash { get; init; }

    internal static LedgerEntry Of(string study, int seed, Trial trial, string? dataHash) => new(
        study, seed, trial.Number, trial.Parameters.ToString(), trial.State, trial.State == TrialState.Complete ? trial.Value : double.NaN, dataHash)
    {
        ReturnsHash = trial.State == TrialState.Complete ? DistinctReturns.DigestOf(trial.Returns.Span) : null,
    };
}
