using System.Runtime.CompilerServices;

namespace TradeBot.Notebooks;

/// <summary>Runs several notebooks side by side.</summary>
/// <param name="options">How each is run; with a worker, each in its own process.</param>
public sealed class NotebookBatch(NotebookRunOptions options)
{
    /// <summary>How many run at once; the machine's cores by default.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>True to stop the others as soon as one fails.</summary>
    public bool StopsAtFirstFailure { get; init; }

    /// <summary>True for a test: each notebook gets the parameters that its outputs were recorded with, and other values are refused.</summary>
    public bool RepeatsRecordedParameters { get; init; }

    /// <summary>Runs the notebooks.</summary>
    /// <param name="jobs">What <see cref="NotebookJob.Plan"/> made.</param>
    /// <param name="progress">Told of each cell's begin and end, by the job; called from several threads.</param>
    /// <param name="cancellationToken">Stops all; no process is left when the enumeration ends.</param>
    /// <exception cref="NotebookFormatException">A file is not a notebook; nothing ran.</exception>
    /// <exception cref="NotebookParameterException">A notebook does not know a parameter; nothing ran.</exception>
    /// <exception cref="OperationCanceledException">The batch was cancelled.</exception>
    public async IAsyncEnumerable<NotebookOutcome> RunAsync(
        IReadOnlyList<NotebookJob> jobs, Action<NotebookJob, CellProgress>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Dictionary<NotebookJob, string?> unmet = [];
        Dictionary<NotebookJob, NotebookRunOptions> ways = [];
        foreach (NotebookJob job in jobs)
        {
            NotebookDocument document = NotebookDocument.Load(job.Source);
            ways[job] = RepeatsRecordedParameters && !NotebookDocument.IsDib(job.Source) ? options with { Parameters = RecordedParameters.OfTest(document, options.Parameters) } : options;
            NotebookParameters.Check(document, ways[job].Parameters);
            unmet[job] = NotebookRequirement.Unmet(document, Path.GetDirectoryName(job.Source)!);
        }

        using var slots = new SemaphoreSlim(Math.Max(1, Parallel));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<NotebookOutcome>[] runs =
        [
            .. jobs.Select(job => unmet[job] is { } reason
                ? Task.FromResult(new NotebookOutcome(job, TimeProvider.System.GetUtcNow(), Result: null, Mistake: null, LeftOut: reason))
                : RunAsync(job, ways[job], slots, stop, progress, cancellationToken)),
        ];
        try
        {
            foreach (Task<NotebookOutcome> run in runs)
                yield return await run;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(runs).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task<NotebookOutcome> RunAsync(
        NotebookJob job, NotebookRunOptions way, SemaphoreSlim slots, CancellationTokenSource stop, Action<NotebookJob, CellProgress>? progress, CancellationToken cancellationToken)
    {
        DateTimeOffset started = default;
        try
        {
            await slots.WaitAsync(stop.Token);
            try
            {
                started = TimeProvider.System.GetUtcNow();
                NotebookRunResult result = await job.RunAsync(way, progress is null ? null : new JobProgress(job, progress), stop.Token);
                if (!result.Succeeded && StopsAtFirstFailure)
                    await stop.CancelAsync();
                return new NotebookOutcome(job, started, result, Mistake: null);
            }
            finally
            {
                slots.Release();
            }
        }
        catch (Exception mistake) when (mistake is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return new NotebookOutcome(job, started, Result: null, options.Redactor.Redact(mistake.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new NotebookOutcome(job, started, Result: null, Mistake: null); // another failed first
        }
    }

    private sealed class JobProgress(NotebookJob job, Action<NotebookJob, CellProgress> report) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => report(job, value);
    }
}
