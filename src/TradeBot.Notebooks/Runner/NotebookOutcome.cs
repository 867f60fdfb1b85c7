namespace TradeBot.Notebooks;

/// <summary>What became of one notebook of a batch.</summary>
/// <param name="Job">The notebook.</param>
/// <param name="Started">When its run began, UTC.</param>
/// <param name="Result">What became of its cells; null when it did not run to an end.</param>
/// <param name="Mistake">Why it did not: a parameter that does not fit, a file that cannot be written; null when it ran, or was left out after another failed.</param>
/// <param name="LeftOut">Why it was left out, because what it requires is not there; null otherwise.</param>
public sealed record NotebookOutcome(NotebookJob Job, DateTimeOffset Started, NotebookRunResult? Result, string? Mistake, string? LeftOut = null)
{
    /// <summary>True when the notebook ran and no cell failed.</summary>
    public bool Succeeded => Result is { Succeeded: true };
}
