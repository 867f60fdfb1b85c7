using System.Runtime.ExceptionServices;

namespace TradeBot.Optimization;

/// <summary>One run of a study: asks the sampler, evaluates on several threads, writes down, tells the sampler in order.</summary>
internal sealed class StudyRun(
    Study study,
    StudyDirection direction,
    Func<ParameterSet, int, (double Value, ReadOnlyMemory<double> Returns)> evaluate,
    StudyOptions options,
    CancellationToken cancellationToken)
{
    private readonly Lock _gate = new();
    private readonly List<Trial> _trials = [];
    private int _ended, _failed, _total;
    private Trial? _best;

    public StudyResult Execute(ISampler sampler, int trials)
    {
        IReadOnlyList<LedgerEntry> earlier = options.Ledger?.Entries ?? [];
        ISamplerSession session = sampler.Start(study.Space, study.Seed);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampler.BatchSize, 1, nameof(sampler));

        bool exhausted = false;
        while (!exhausted && _trials.Count < trials)
        {
            int size = Math.Min(sampler.BatchSize, trials - _trials.Count);
            List<ParameterSet> batch = Ask(session, size);
            exhausted = batch.Count < size;
            _total = exhausted ? _trials.Count + batch.Count : trials;
            Trial[] ended = EvaluateAll(batch);
            foreach (Trial trial in ended)
                session.Tell(trial.Number, trial.Parameters, LossOf(trial));
            _trials.AddRange(ended);
        }

        return new StudyResult
        {
            Name = study.Name,
            Seed = study.Seed,
            Sampler = sampler.Name,
            Space = study.Space.ToString(),
            Direction = direction,
            DataHash = options.DataHash,
            Trials = _trials,
            EarlierTrials = CountEarlier(earlier),
        };
    }

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

    private Trial[] EvaluateAll(List<ParameterSet> batch)
    {
        var ended = new Trial[batch.Count];
        int first = _trials.Count;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, ended.Length, parallel, i => ended[i] = Record(Evaluate(first + i, batch[i])));
        }
        catch (AggregateException exception)
        {
            // Only ledger, progress and cancellation throw here; the first of them is the cause.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return ended;
    }

    private Trial Evaluate(int number, ParameterSet parameters)
    {
        int seed = TrialSeed.Derive(study.Seed, number);
        try
        {
            (double value, ReadOnlyMemory<double> returns) = evaluate(parameters, seed);
            return new Trial
            {
                Number = number,
                Parameters = parameters,
                Seed = seed,
                State = double.IsFinite(value) ? TrialState.Complete : TrialState.Undefined,
                Value = value,
                Returns = returns,
            };
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return new Trial
            {
                Number = number,
                Parameters = parameters,
                Seed = seed,
                State = TrialState.Failed,
                Error = $"{exception.GetType().Name}: {exception.Message}",
            };
        }
    }

    private Trial Record(Trial trial)
    {
        options.Ledger?.Append(new LedgerEntry(
            study.Name, study.Seed, trial.Number, trial.Parameters.ToString(), trial.State,
            trial.State == TrialState.Complete ? trial.Value : double.NaN, options.DataHash));

        lock (_gate)
        {
            _ended++;
            _failed += trial.State == TrialState.Failed ? 1 : 0;
            if (StudyResult.IsBetter(trial, _best, direction))
                _best = trial;
            options.Progress?.Report(new StudyProgress(_ended, _total, _failed, _best));
        }

        return trial;
    }

    private double LossOf(Trial trial) => trial.State != TrialState.Complete ? double.NaN
        : direction == StudyDirection.Minimize ? trial.Value
        : -trial.Value;

    /// <summary>Counts what the ledger already held on the same data and this run did not repeat.</summary>
    private int CountEarlier(IReadOnlyList<LedgerEntry> earlier)
    {
        if (options.DataHash is null)
            return 0;

        HashSet<string> own = [.. _trials.Select(trial => trial.Parameters.ToString())];
        return earlier
            .Where(entry => entry.DataHash == options.DataHash && !(entry.Study == study.Name && own.Contains(entry.Parameters)))
            .Select(entry => (entry.Study, entry.Parameters))
            .Distinct()
            .Count();
    }
}
