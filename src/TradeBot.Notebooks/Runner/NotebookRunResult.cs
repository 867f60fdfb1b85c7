namespace TradeBot.Notebooks;

/// <summary>What became of a notebook.</summary>
/// <param name="Cells">Its code cells in order.</param>
/// <param name="Duration">The whole run, the session's start included.</param>
public sealed record NotebookRunResult(IReadOnlyList<CellRun> Cells, TimeSpan Duration)
{
    /// <summary>The cell at which the run stopped; null when all ran.</summary>
    public CellRun? Failure => Cells.FirstOrDefault(cell => cell.Status == CellStatus.Failed);

    /// <summary>True when no cell failed.</summary>
    public bool Succeeded => Failure is null;
}
