using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>An ask-and-tell search, for evaluations that are not a function call: by hand, in a cell, on other machines. Not thread-safe.</summary>
/// <typeparam name="TResult">The result of an evaluation.</typeparam>
/// <remarks>
/// Several trials may be asked for before the first result; the sampler receives results in the order of trial numbers, so
/// that the order of results does not matter.
/// </remarks>
public sealed class StudySession<TResult>
{
    private readonly Study<TResult> _study;
    private readonly ISampler _sampler;
    private readonly ISamplerSession _session;
    private readonly ITrialLedger? _ledger;
    private readonly string? _dataHash;
    private readonly IReadOnlyList<LedgerEntry> _earlier;
    private readonly Dictionary<int, TrialRun> _open = [];
    private readonly SortedDictionary<int, Trial> _ended = [];
    private int _asked, _told;

    internal StudySession(Study<TResult> study, ISampler sampler, ITrialLedger? ledger, string? dataHash)
    {
        (_study, _sampler, _ledger, _dataHash) = (study, sampler, ledger, dataHash);
        _session = sampler.Start(study.Definition.Space, study.Definition.Seed);
        _earlier = dataHash is null ? [] : ledger?.EntriesOn(dataHash) ?? [];
    }

    /// <summary>The result of the trials that have ended so far.</summary>
    public StudyResult Result => StudyResult.Of(
        new StudyIdentity
        {
            Name = _study.Definition.Name,
            Seed = _study.Definition.Seed,
            Sampler = _sampler.Name,
            Space = _study.Definition.Space.ToString(),
            Directions = _study.Directions,
            DataHash = _dataHash,
        },
        [.. _ended.Values]).WithEarlierOf(_earlier);

    /// <summary>The next trial to evaluate; null when there is nothing left to try.</summary>
    public TrialRun? Ask()
    {
        if (_session.Ask(_asked) is not ParameterSet parameters)
            return null;

        var run = new TrialRun(_asked, TrialSeed.Derive(_study.Definition.Seed, _asked), parameters, _study.Direction, pruner: null, CancellationToken.None);
        _open[_asked++] = run;
        return run;
    }

    /// <summary>Reports the result of an evaluation.</summary>
    /// <param name="run">A trial of this session without a result.</param>
    /// <param name="result">Its result.</param>
    /// <exception cref="ArgumentException">The trial already has a result, or belongs to another session.</exception>
    public Trial Tell(TrialRun run, TResult result) => End(run, _study.Measure(result).Of(run));

    /// <summary>Reports that an evaluation failed; it still counts as a trial.</summary>
    /// <param name="run">A trial of this session without a result.</param>
    /// <param name="error">What went wrong.</param>
    /// <exception cref="ArgumentException">The trial already has a result, or belongs to another session.</exception>
    public Trial Fail(TrialRun run, string error) => End(run, Outcome.Failure(run, error));

    private Trial End(TrialRun run, Trial trial)
    {
        if (!_open.TryGetValue(run.Number, out TrialRun? open) || open != run)
            throw new ArgumentException($"Trial {run.Number} already has a result, or belongs to another session.", nameof(run));

        _ledger?.Append(LedgerEntry.Of(_study.Definition.Name, _study.Definition.Seed, trial, _dataHash));
        _ledger?.Flush();
        _open.Remove(run.Number);
        _ended.Add(trial.Number, trial);
        for (; _ended.TryGetValue(_told, out Trial? next); _told++)
            _session.Tell(next.Number, next.Parameters, _study.Directions.LossesOf(next));
        return trial;
    }
}
