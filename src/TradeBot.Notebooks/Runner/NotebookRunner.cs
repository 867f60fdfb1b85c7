using System.Diagnostics;
using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Runs a notebook from its first cell to its last and records what the cells show.</summary>
/// <remarks>
/// Code cells in C# run in order in one session; cells tagged <c>skip</c>, and those tagged <c>needs:Project</c> where that project is
/// not built, are left as they are, cells tagged <c>raises-exception</c> must fail, Markdown and raw cells are left alone. By default the run stops
/// at the first cell that fails; outputs of cells that did not run are cleared, since they belong to another run.
/// Nothing recorded depends on the clock: two runs of a deterministic notebook give the same document, byte for
/// byte. The notebook's folder is the working directory; without a worker that is this process's own, so that
/// such runs wait for each other.
/// </remarks>
public sealed class NotebookRunner
{
    private const string SkipTag = "skip";
    private const string RaisesTag = "raises-exception";

    private static readonly SemaphoreSlim WorkingDirectory = new(1);

    private readonly NotebookRunOptions _options;
    private readonly IProgress<CellProgress>? _progress;

    /// <param name="options">Parameters, limits, and where cells run.</param>
    /// <param name="progress">Told of each cell's begin and end, and of its long work in between, then from other threads.</param>
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
    /// <exception cref="NotebookFormatException">A cell needs a project whose DLL no cell loads; nothing ran.</exception>
    /// <exception cref="IOException">The worker's process did not start.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the document holds part of a run.</exception>
    public async Task<NotebookRunResult> RunAsync(NotebookDocument document, string folder, CancellationToken cancellationToken = default)
    {
        NotebookParameters parameters = NotebookParameters.Check(document, _options.Parameters);
        string full = Path.GetFullPath(folder);
        CellNeeds needs = CellNeeds.Of(document, full);
        long start = Stopwatch.GetTimestamp();
        if (_options.Worker is { } worker)
        {
            await using WorkerCells cells = await WorkerCells.StartAsync(worker, full, _options.CellTimeLimit, cancellationToken);
            return new NotebookRunResult(await RunCellsAsync(document, cells, parameters, needs, cancellationToken), Stopwatch.GetElapsedTime(start));
        }

        await WorkingDirectory.WaitAsync(cancellationToken);
        try
        {
            using IDisposable there = WorkingFolder.Enter(full);
            await using var cells = new LocalCells(full, _options.CellTimeLimit);
            return new NotebookRunResult(await RunCellsAsync(document, cells, parameters, needs, cancellationToken), Stopwatch.GetElapsedTime(start));
        }
        finally
        {
            WorkingDirectory.Release();
        }
    }

    private async Task<IReadOnlyList<CellRun>> RunCellsAsync(
        NotebookDocument document, ICellHost host, NotebookParameters parameters, CellNeeds needs, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.TimeLimit);
        NotebookCell[] cells = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code)];
        var runs = new List<CellRun>(cells.Length);
        var logs = new List<(NotebookCell Cell, CellOutputLog Log, int Count)>();
        int count = 0;
        bool stopped = false;
        for (int i = 0; i < cells.Length; i++)
        {
            NotebookCell cell = cells[i];
            CellRun run;
            if (IsSkipped(cell))
            {
                run = new CellRun(cell, CellStatus.Skipped, TimeSpan.Zero);
            }
            else if (needs.Unmet(cell) is { } reason)
            {
                count++; // as if it had run: the counts of the others do not depend on what is built
                run = new CellRun(cell, CellStatus.Skipped, TimeSpan.Zero) { LeftOut = reason };
            }
            else if (stopped)
            {
                cell.Record([], executionCount: null);
                run = new CellRun(cell, CellStatus.NotRun, TimeSpan.Zero);
            }
            else if (string.IsNullOrWhiteSpace(cell.Source))
            {
                cell.Record([], executionCount: null); // as Jupyter does: there is nothing to count
                run = new CellRun(cell, CellStatus.Succeeded, TimeSpan.Zero);
            }
            else
            {
                var begun = new CellProgress(cell, i + 1, cells.Length, Ended: null);
                _progress?.Report(begun);
                var log = new CellOutputLog(work => _progress?.Report(begun with { Work = work }));
                logs.Add((cell, log, ++count));
                run = await RunCellAsync(host, cell, count, log, parameters, limit.Token, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                stopped = !host.IsAlive || limit.IsCancellationRequested || (run.Status == CellStatus.Failed && !_options.ContinuesAfterError);
            }

            runs.Add(run);
            _progress?.Report(new CellProgress(cell, i + 1, cells.Length, run));
        }

        await host.DrainAsync();
        foreach ((NotebookCell cell, CellOutputLog log, int number) in logs)
            cell.Record(log.ToDocument(executionCount: number).Select(_options.Redactor.Redact), executionCount: number);
        return runs;
    }

    private bool IsSkipped(NotebookCell cell) => cell.HasTag(SkipTag) || cell.Tags.Any(_options.SkippedTags.Contains);

    private async Task<CellRun> RunCellAsync(
        ICellHost host, NotebookCell cell, int count, CellOutputLog log, NotebookParameters parameters, CancellationToken limit, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        CellError? error = await ExecuteAsync(host, cell, count, log, limit);
        if (error is null && ReferenceEquals(cell, parameters.Cell) && !parameters.IsEmpty)
            await host.SetAsync(_options.Parameters, log, limit);

        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        if (error?.Name == CellError.Cancelled && !cancellationToken.IsCancellationRequested)
        {
            error = CellError.Of(CellError.TimeLimit, string.Create(CultureInfo.InvariantCulture, $"The notebook ran longer than its limit of {_options.TimeLimit.TotalSeconds} s and was stopped in this cell."));
            log.ReplaceError(error);
        }

        return error is null
            ? new CellRun(cell, CellStatus.Succeeded, duration)
            : new CellRun(cell, CellStatus.Failed, duration, _options.Redactor.Redact(error), log.LastLine is { } last ? _options.Redactor.Redact(last) : null);
    }

    /// <returns>Why the cell failed; null when it did what its tags expect.</returns>
    private static async Task<CellError?> ExecuteAsync(ICellHost host, NotebookCell cell, int count, CellOutputLog log, CancellationToken cancellationToken)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"cell {count}"); // by its count, as a kernel must name it, which does not see the notebook
        CellError? error = await host.ExecuteAsync(new CellSource(name, cell.Source) { Language = cell.Language }, log, cancellationToken) ?? log.Error;
        if (!cell.HasTag(RaisesTag) || error?.Name is CellError.Cancelled or CellError.TimeLimit or CellError.Died)
            return error;
        return error is null
            ? Show(log, CellError.Of("MissingException", $"The cell is tagged \"{RaisesTag}\" but raised no exception."))
            : null;
    }

    private static CellError Show(CellOutputLog log, CellError error)
    {
        log.Receive(new ErrorOutput(error));
        return error;
    }
}
