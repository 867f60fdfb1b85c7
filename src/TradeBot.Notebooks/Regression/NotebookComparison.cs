using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>A run of a notebook compared with its recorded outputs.</summary>
public sealed class NotebookComparison
{
    private readonly NotebookDocument _recorded;

    private NotebookComparison(NotebookDocument recorded, IReadOnlyList<CellComparison> cells)
    {
        _recorded = recorded;
        Cells = cells;
    }

    /// <summary>The code cells in order.</summary>
    public IReadOnlyList<CellComparison> Cells { get; }

    /// <summary>True when every cell agrees.</summary>
    public bool Agrees => Cells.All(cell => cell.Agrees);

    /// <summary>Compares a run with the recorded outputs.</summary>
    /// <param name="recorded">The notebook as recorded.</param>
    /// <param name="result">A run of a copy of it.</param>
    /// <param name="tolerance">For cells that name none, nor does their notebook.</param>
    /// <remarks>Cells tagged <c>no-compare</c>, skipped cells and cells that were not reached are not compared.</remarks>
    /// <exception cref="ArgumentException">The run is of another notebook.</exception>
    /// <exception cref="NotebookFormatException">A tolerance in the notebook is not one.</exception>
    public static NotebookComparison Of(NotebookDocument recorded, NotebookRunResult result, Tolerance tolerance)
    {
        NotebookCell[] cells = [.. recorded.Cells.Where(cell => cell.Kind == CellKind.Code)];
        if (cells.Length != result.Cells.Count)
            throw new ArgumentException($"The notebook has {cells.Length} code cells, the run {result.Cells.Count}.", nameof(result));
        HashSet<NotebookCell> stale = [.. RecordedSources.Stale(recorded)];
        return new NotebookComparison(recorded, [.. cells.Zip(result.Cells, (cell, run) => Compare(cell, run, stale.Contains(cell), RegressionTags.ToleranceOf(cell, recorded, tolerance)))]);
    }

    /// <summary>Updates the recorded notebook with the run's outputs where they differ or are stale; others stay unchanged.</summary>
    /// <returns>The recorded notebook, changed in memory only.</returns>
    public NotebookDocument Update()
    {
        foreach (CellComparison cell in Cells.Where(cell => cell.Run.Status is CellStatus.Succeeded or CellStatus.Failed))
        {
            IReadOnlyList<JsonObject> outputs = cell.Differences.Count > 0 || cell.IsStale || cell.Recorded.Outputs.Count == 0 ? cell.Run.Cell.Outputs : cell.Recorded.Outputs;
            int? count = cell.Run.Cell.ExecutionCount;
            cell.Recorded.Record(outputs.Select(output => Numbered(output, count)), count);
        }

        HashSet<NotebookCell> left = [.. Cells.Where(cell => cell.Run.Status is CellStatus.Skipped or CellStatus.NotRun).Select(cell => cell.Recorded)];
        RecordedSources.Stamp(_recorded, left.Contains);
        return _recorded;
    }

    private static CellComparison Compare(NotebookCell cell, CellRun run, bool isStale, Tolerance tolerance) =>
        new(cell, run, isStale, IsCompared(cell, run) ? OutputComparer.Compare(cell.Outputs, run.Cell.Outputs, tolerance) : []) { Tolerance = tolerance };

    private static bool IsCompared(NotebookCell cell, CellRun run) => run.Status == CellStatus.Succeeded && !cell.HasTag(RegressionTags.NoCompare);

    private static JsonObject Numbered(JsonObject output, int? count)
    {
        JsonObject copy = output.DeepClone().AsObject();
        if (copy.ContainsKey("execution_count"))
            copy["execution_count"] = count;
        return copy;
    }
}
