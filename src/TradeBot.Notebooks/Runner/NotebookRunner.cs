using System.Diagnostics;
using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Runs a notebook from its first cell to its last and records what the cells show.</summary>
/// <remarks>
/// Code cells in C# run in order in one session; cells tagged <c>skip</c> are left as they are, cells tagged
/// <c>raises-exception</c> must fail, Markdown and raw cells are left alone. The run stops at the first cell
/// that fails; outputs of later cells are cleared, since they belong to another run. Nothing recorded depends
/// on the clock: two runs of a deterministic notebook give the same document, byte for byte. While a notebook
/// runs, its folder is the working directory of the process; runs in one process therefore wait for each other.
/// </remarks>
public sealed class NotebookRunner
{
    private const string SkipTag = "skip";
    private const string RaisesTag = "raises-exception";

    private static readonly SemaphoreSlim WorkingDirectory = new(1);

    private readonly NotebookRunOptions _options;
    private readonly IProgress<CellProgress>? _progress;

    /// <param name="options">Parameters and limits.</param>
    /// <param name="progress">Told of each cell's begin and end.</param>
    public NotebookRunner(NotebookRunOptions options, IProgress<CellProgress>? progress = null)
    {
        _options = options;
        _progress = progress;
    }

    /// <summary>Runs the notebook and records into it.</summary>
    /// <param name="document">Changed in memory only.</param>
    /// <param name="folder">The notebook's folder: working directory and start of <c>#r</c> paths.</param>
    /// <param name="cancellationToken">Stops the running cell and the run.</param>
    /// <returns>What became of each code cell.</returns>
    /// <exception cref="NotebookParameterException">A parameter is not known or does not fit; nothing ran after its cell.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the document holds part of a run.</exception>
    public async Task<NotebookRunResult> RunAsync(NotebookDocument document, string folder, CancellationToken cancellationToken = default)
    {
        NotebookParameters parameters = NotebookParameters.Check(document, _options.Parameters);
        await WorkingDirectory.WaitAsync(cancellationToken);
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = Path.GetFullPath(folder);
            return await RunCellsAsync(document, folder, parameters, cancellationToken);
        }
        finally
        {
            Environment.CurrentDirectory = before;
            WorkingDirectory.Release();
        }
    }

    private async Task<NotebookRunResult> RunCellsAsync(
        NotebookDocument document, string folder, NotebookParameters parameters, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        using var session = new CSharpSession(folder) { CellTimeLimit = _options.CellTimeLimit };
        NotebookCell[] cells = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code)];
        var runs = new List<CellRun>(cells.Length);
        var logs = new List<(NotebookCell Cell, CellOutputLog Log)>();
        bool failed = false;
        for (int i = 0; i < cells.Length; i++)
        {
            NotebookCell cell = cells[i];
            CellRun run;
            if (cell.HasTag(SkipTag))
            {
                run = new CellRun(cell, CellStatus.Skipped, TimeSpan.Zero);
            }
            else if (failed)
            {
                cell.Record([], executionCount: null);
                run = new CellRun(cell, CellStatus.NotRun, TimeSpan.Zero);
            }
            else
            {
                _progress?.Report(new CellProgress(cell, i + 1, cells.Length, Ended: null));
                var log = new CellOutputLog();
                logs.Add((cell, log));
                run = await RunCellAsync(session, cell, log, parameters, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                failed = run.Status == CellStatus.Failed;
            }

            runs.Add(run);
            _progress?.Report(new CellProgress(cell, i + 1, cells.Length, run));
        }

        for (int i = 0; i < logs.Count; i++)
            logs[i].Cell.Record(logs[i].Log.ToDocument(executionCount: i + 1), executionCount: i + 1);
        return new NotebookRunResult(runs, Stopwatch.GetElapsedTime(start));
    }

    private static async Task<CellRun> RunCellAsync(
        CSharpSession session, NotebookCell cell, CellOutputLog log, NotebookParameters parameters, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        CellError? error = await ExecuteAsync(session, cell, log, cancellationToken);
        if (error is null && ReferenceEquals(cell, parameters.Cell) && !parameters.IsEmpty)
            log.Receive(new DisplayOutput(Applied(parameters.Apply(session)), CellScope.NextDisplayId()));

        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        return error is null
            ? new CellRun(cell, CellStatus.Succeeded, duration)
            : new CellRun(cell, CellStatus.Failed, duration, error);
    }

    /// <returns>Why the cell failed; null when it did what its tags expect.</returns>
    private static async Task<CellError?> ExecuteAsync(CSharpSession session, NotebookCell cell, CellOutputLog log, CancellationToken cancellationToken)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}");
        CellResult result = await session.ExecuteAsync(new CellSource(name, cell.Source) { Language = cell.Language }, log, cancellationToken);
        CellError? error = result.Error ?? log.Error;
        if (!cell.HasTag(RaisesTag) || error?.Name is CellError.Cancelled or CellError.TimeLimit)
            return error;
        return error is null
            ? Show(log, CellError.Of("MissingException", $"The cell is tagged \"{RaisesTag}\" and raised none."))
            : null;
    }

    private static CellError Show(CellOutputLog log, CellError error)
    {
        log.Receive(new ErrorOutput(error));
        return error;
    }

    private static MimeBundle Applied(IReadOnlyList<(string Name, object Value)> applied)
    {
        TableCell[][] rows = [.. applied.Select(entry => new[] { new TableCell(entry.Name, false), TableCell.Of(entry.Value) })];
        var table = new ValueTable(["parameter", "value"], rows);
        return new MimeBundle(TableText.Plain(table)).With(MimeBundle.Html, TableText.Html(table));
    }
}
