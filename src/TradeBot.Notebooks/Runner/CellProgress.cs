namespace TradeBot.Notebooks;

/// <summary>A code cell begins or ends.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Index">Its place among the code cells, from 1.</param>
/// <param name="Count">How many code cells the notebook has.</param>
/// <param name="Ended">Null when the cell begins.</param>
public sealed record CellProgress(NotebookCell Cell, int Index, int Count, CellRun? Ended);
