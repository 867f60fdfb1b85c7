namespace TradeBot.Notebooks;

/// <summary>A cell's outputs beside the recorded ones.</summary>
/// <param name="Recorded">The cell as recorded.</param>
/// <param name="Run">What the run made of it, with its outputs.</param>
/// <param name="IsStale">True when its source changed since its outputs were recorded.</param>
/// <param name="Differences">What it shows otherwise; empty where it is not compared.</param>
public sealed record CellComparison(NotebookCell Recorded, CellRun Run, bool IsStale, IReadOnlyList<Difference> Differences)
{
    /// <summary>The tolerance for numbers of this cell.</summary>
    public Tolerance Tolerance { get; init; } = Tolerance.Default;

    /// <summary>True when the cell ran as expected and shows what was recorded from this very source.</summary>
    public bool Agrees => Run.Status != CellStatus.Failed && !IsStale && Differences.Count == 0;
}
