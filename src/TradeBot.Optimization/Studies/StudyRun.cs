using System.Runtime.ExceptionServices;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>One run of a study: asks the sampler, evaluates on several threads, records, and reports results to the sampler in order.</summary>
internal sealed class StudyRun(
    Study study,
    IReadOnlyList<StudyDirection> directions,
    StudyEvaluation evaluation,
    StudyOptions options,
    LongWork work,
    CancellationToken cancellationToken)
{
    /// <summary>The interval of flushes to disk: flushing each trial would take longer than a quick trial.</summary>
    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(0.25);

    private readonly Lock _gate = new();
    private readonly List<Trial> _trials = [];
    private readonly IPrunerSession? _pruner = options.Pruner?.Start();
    private readonly ITrialLedger? _ledger = options.LedgerInUse;
    private readonly long _began = options.Time.GetTimestamp();
    private Dictionary<int, Trial> _recorded = [];
    private int _ended, _failed, _total;
    private Trial? _best;
    private string? _bestText;
    private long _flushed = options.Time.GetTimestamp();

    public StudyResult Execute(ISampler sampler, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampler.BatchSize, 1, nameof(sampler));
        IReadOnlyList<LedgerEntry> earlier = options.DataHash is null ? [] : _ledger?.EntriesOn(options.DataHash) ?? [];
        ISamplerSession session = sampler.Start(study.Space, study.Seed);
        StudyIdentity identity = IdentityWith(sampler);
        foreach (Trial trial in options.Storage?.Begin(identity) ?? [])
            _recorded[trial.Number] = trial;

        int atOnce = _pruner is null ? sampler.BatchSize : Math.Min(sampler.BatchSize, options.PrunerBatch);
        bool isExhausted;
        try
        {
            isExhausted = RunAll(session, trials, atOnce);
        }
        finally
        {
            Flush(); // also trials that ended before the study was stopped, by its token or by an interrupt of its thread
        }

        return StudyResult.Of(identity, _trials).WithEarlierOf(earlier) with
        {
            HoldoutOpenings = options.HoldoutOpenings ?? (options.DataHash is string hash ? Holdout.SharedOpenings(hash) : []),
            IsFinished = isExhausted || _trials.Count == trials,
        };
    }

    /// <returns>True when the sampler has nothing left.</returns>
    private bool RunAll(ISamplerSession session, int trials, int atOnce)
    {
        bool isExhausted = false;
        while (!isExhausted && _trials.Count < trials && !IsOutOfTime)
        {
            int size = Math.Min(atOnce, trials - _trials.Count);
            List<ParameterSet> batch = Ask(session, size);
            isExhausted = batch.Count < size;
            if (isExhausted && _trials.Count + batch.Count == 0)
                throw new InvalidOperationException($"No combination of '{study.Space}' meets the constraints: loosen them or widen the ranges.");
            _total = isExhausted ? _trials.Count + batch.Count : trials;
            Trial[] ended = EvaluateAll(batch);
            isExhausted &= ended.Length == batch.Count;
            foreach (Trial trial in ended)
                Tell(session, trial);
        }

        return isExhausted;
    }

    private bool IsOutOfTime => options.Timeout is TimeSpan limit && options.Time.GetElapsedTime(_began) >= limit;

    private StudyIdentity IdentityWith(ISampler sampler) => new()
    {
        Name = study.Name,
        Seed = study.Seed,
        Sampler = sampler.Name,
        Pruner = options.Pruner?.Name,
        Space = study.Space.ToString(),
        Directions = directions,
        DataHash = options.DataHash,
    };

    private List<ParameterSet> Ask(ISamplerSession session, int size)
    {
        List<ParameterSet> batch = [];
        while (batch.Count < size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (session.Ask(_trials.Count + batch.Count) is not ParameterSet parameters)
                break;
            batch.Add(parameters);
        }

        return batch;
    }

    private void Tell(ISamplerSession session, Trial trial)
    {
        session.Tell(trial.Number, trial.Parameters, directions.LossesOf(trial));
        _pruner?.Tell(trial.Number, Array.ConvertAll(trial.Steps.ToArray(), s => s with { Value = directions[0].LossOf(s.Value) }));
        _trials.Add(trial);
    }

    /// <summary>The trials of a batch, or its first ones when time was over in between.</summary>
    private Trial[] EvaluateAll(List<ParameterSet> batch)
    {
        var ended = new Trial[batch.Count];
        int block = evaluation.Block ?? (options.Timeout is null ? batch.Count : (int)Math.Min(batch.Count, 16L * options.MaxParallelism)), end = 0;
        do
        {
            int begin = end;
            end = (int)Math.Min(batch.Count, begin + (long)block);
            EvaluateBlock(batch, ended, begin, end);
        }
        while (end < batch.Count && !IsOutOfTime);
        return ended[..end];
    }

    private void EvaluateBlock(List<ParameterSet> batch, Trial[] ended, int begin, int end)
    {
        int first = _trials.Count;
        List<int> open = [];
        for (int i = begin; i < end; i++)
        {
            if (Recorded(first + i, batch[i]) is Trial trial)
                ended[i] = trial;
            else
                open.Add(i);
        }

        cancellationToken.ThrowIfCancellationRequested();
        work.Reach(_ended, _total);
        work.Expect(open.Count); // where they share work, that is done before the first of them ends
        Func<int, TrialRun, Outcome> evaluate = evaluation.Prepare([.. open.Select(i => batch[i])], cancellationToken);
        work.Expect(0);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, open.Count, parallel, k => ended[open[k]] = Record(Evaluate(first + open[k], batch[open[k]], run => evaluate(k, run))));
        }
        catch (AggregateException exception)
        {
            // Only ledger, storage, progress and cancellation throw here; the first of them is the cause.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    /// <summary>The trial as the storage holds it; null when it is still to be made.</summary>
    private Trial? Recorded(int number, ParameterSet parameters)
    {
        if (!_recorded.TryGetValue(number, out Trial? trial))
            return null;
        if (trial.Parameters != parameters)
            throw new InvalidDataException(
                $"The storage holds trial {number} with {trial.Parameters}, and the study now asks for {parameters}: its space, its sampler or an earlier outcome has changed.");
        Report(trial);
        return trial;
    }

    private Trial Evaluate(int number, ParameterSet parameters, Func<TrialRun, Outcome> evaluate)
    {
        int seed = TrialSeed.Derive(study.Seed, number);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = new TrialRun(number, seed, parameters, directions[0], _pruner, limit.Token);
        try
        {
            return (options.TrialTimeout is TimeSpan longest ? EvaluateWithin(longest, run, limit, evaluate) : evaluate(run)).Of(run);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return Outcome.Failure(run, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Evaluates on a separate thread, which is abandoned when the time is over.</summary>
    private Outcome EvaluateWithin(TimeSpan longest, TrialRun run, CancellationTokenSource limit, Func<TrialRun, Outcome> evaluate)
    {
        Task<Outcome> evaluating = Task.Factory.StartNew(() => evaluate(run), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return evaluating.WaitAsync(longest, options.Time, cancellationToken).GetAwaiter().GetResult();
        }
        catch (TimeoutException exception) when (!evaluating.IsCompleted)
        {
            limit.Cancel();
            throw new TimeoutException($"The trial did not end within {longest}.", exception);
        }
    }

    private Trial Record(Trial trial)
    {
        _ledger?.Append(LedgerEntry.Of(study.Name, study.Seed, trial, options.DataHash));
        options.Storage?.Append(trial);
        Report(trial);
        return trial;
    }

    private void Flush()
    {
        _ledger?.Flush();
        options.Storage?.Flush();
        _flushed = options.Time.GetTimestamp();
    }

    private void Report(Trial trial)
    {
        lock (_gate)
        {
            _ended++;
            _failed += trial.State == TrialState.Failed ? 1 : 0;
            if (StudyResult.IsBetter(trial, _best, directions[0]))
                (_best, _bestText) = (trial, work.IsWatched ? trial.ToString() : null);
            if (options.Time.GetElapsedTime(_flushed) >= FlushInterval)
                Flush();
            options.Progress?.Report(new StudyProgress(_ended, _total, _failed, _best));
            work.Reach(_ended, _total, _bestText);
        }
    }
}

/// <summary>How the trials of a study are evaluated.</summary>
/// <param name="Prepare">Does the shared work of some sets, and returns the function that evaluates each by its index.</param>
/// <param name="Block">How many sets are prepared at a time; null for a whole batch.</param>
internal sealed record StudyEvaluation(Func<IReadOnlyList<ParameterSet>, CancellationToken, Func<int, TrialRun, Outcome>> Prepare, int? Block = null)
{
    /// <summary>Each trial by itself.</summary>
    public static StudyEvaluation OfEach(Func<TrialRun, Outcome> evaluate) => new((_, _) => (_, run) => evaluate(run));
}
