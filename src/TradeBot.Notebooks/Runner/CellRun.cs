namespace TradeBot.Notebooks;

/// <summary>What became of one code cell.</summary>
/// <param name="Cell">The cell, its outputs recorded.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Duration">Compilation and execution; zero where it did not run.</param>
/// <param name="Error">Why it failed; null otherwise.</param>
/// <param name="LastOutput">The last line that a failed cell showed, without its error; null where there is none.</param>
public sealed record CellRun(NotebookCell Cell, CellStatus Status, TimeSpan Duration, CellError? Error = null, string? LastOutput = null);
