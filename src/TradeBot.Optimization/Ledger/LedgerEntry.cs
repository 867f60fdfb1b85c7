using TradeBot.Optimization.Overfitting;

namespace TradeBot.Optimization;

/// <summary>One evaluation in a ledger. Nothing in it depends on time or machine.</summary>
/// <param name="Study">The study's name.</param>
/// <param name="Seed">The study's seed.</param>
/// <param name="Number">The trial's number in the study.</param>
/// <param name="Parameters">The parameters as text, see <see cref="ParameterSet.ToString"/>.</param>
/// <param name="State">How it ended.</param>
/// <param name="Value">The objective; NaN unless <paramref name="State"/> is complete.</param>
/// <param name="DataHash">Content hash of the data; null when the study did not state it.</param>
public sealed record LedgerEntry(string Study, int Seed, int Number, string Parameters, TrialState State, double Value, string? DataHash)
{
    /// <summary>A digest of the trial's returns, by which equal results are recognised; null when no returns were kept, or in entries of earlier versions.</summary>
    public string? ReturnsHash { get; init; }

    internal static LedgerEntry Of(string study, int seed, Trial trial, string? dataHash) => new(
        study, seed, trial.Number, trial.Parameters.ToString(), trial.State, trial.State == TrialState.Complete ? trial.Value : double.NaN, dataHash)
    {
        ReturnsHash = trial.State == TrialState.Complete ? DistinctReturns.DigestOf(trial.Returns.Span) : null,
    };
}
