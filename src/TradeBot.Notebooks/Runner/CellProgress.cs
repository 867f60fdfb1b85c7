namespace TradeBot.Notebooks;

/// <summary>A code cell begins, tells how far its long work is, or ends.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Index">Its place among the code cells, from 1.</param>
/// <param name="Count">How many code cells the notebook has.</param>
/// <param name="Ended">Null before the cell has ended.</param>
public sealed record CellProgress(NotebookCell Cell, int Index, int Count, CellRun? Ended)
{
    /// <summary>How far the cell's long work is, in a line; null when the cell begins or ends.</summary>
    public string? Work { get; init; }
}
