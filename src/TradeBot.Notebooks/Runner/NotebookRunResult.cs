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

/// <summary>What became of one code cell.</summary>
/// <param name="Cell">The cell, its outputs recorded.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Duration">Compilation and execution; zero where it did not run.</param>
/// <param name="Error">Why it failed; null otherwise.</param>
/// <param name="LastOutput">The last line that a failed cell showed, without its error; null where there is none.</param>
public sealed record CellRun(NotebookCell Cell, CellStatus Status, TimeSpan Duration, CellError? Error = null, string? LastOutput = null)
{
    /// <summary>What a skipped cell needs that is not there, and the command that builds it; null where a tag alone skips it.</summary>
    public string? LeftOut { get; init; }
}

/// <summary>What a run did with a cell.</summary>
public enum CellStatus
{
    /// <summary>Not reached, because an earlier cell failed or the run was cancelled.</summary>
    NotRun,

    /// <summary>Ran as expected: to its end, or into the exception that its tag announces.</summary>
    Succeeded,

    /// <summary>Failed, or did not raise the exception that its tag announces.</summary>
    Failed,

    /// <summary>Tagged to be left out, or in need of a project that is not built.</summary>
    Skipped,
}

/// <summary>A code cell begins, reports progress of its long work, or ends.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Index">Its place among the code cells, from 1.</param>
/// <param name="Count">How many code cells the notebook has.</param>
/// <param name="Ended">Null before the cell has ended.</param>
public sealed record CellProgress(NotebookCell Cell, int Index, int Count, CellRun? Ended)
{
    /// <summary>The progress of the cell's long work, in a line; null when the cell begins or ends.</summary>
    public string? Work { get; init; }
}
