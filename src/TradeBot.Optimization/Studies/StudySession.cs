using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>A search by asking and telling, for evaluations that no function call can wrap: by hand, in a cell, on other machines. Not thread-safe.</summary>
/// <typeparam name="TResult">What an evaluation gives.</typeparam>
/// <remarks>
/// Several trials may be asked for before the first is told; the sampler learns of them in the order of their numbers, so
/// that the order of telling does not matter.
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

    /// <summary>The trials told so far, and what came of them.</summary>
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

    /// <summary>Tells what an evaluation gave.</summary>
    /// <param name="run">Asked for and not told yet.</param>
    /// <param name="result">Its result.</param>
    /// <exception cref="ArgumentException">The trial was told before, or belongs to another session.</exception>
    public Trial Tell(TrialRun run, TResult result) => End(run, _study.Measure(result).Of(run));

    /// <summary>Tells that an evaluation failed: it counts as a trial all the same.</summary>
    /// <param name="run">Asked for and not told yet.</param>
    /// <param name="error">What went wrong.</param>
    /// <exception cref="ArgumentException">The trial was told before, or belongs to another session.</exception>
    public Trial Fail(TrialRun run, string error) => End(run, Outcome.Failure(run, error));

    private Trial End(TrialRun run, Trial trial)
    {
        if (!_open.TryGetValue(run.Number, out TrialRun? open) || open != run)
            throw new ArgumentException($"Trial {run.Number} was told before, or is not of this session.", nameof(run));

        _ledger?.Append(LedgerEntry.Of(_study.Definition.Name, _study.Definition.Seed, trial, _dataHash));
        _ledger?.Flush();
        _open.Remove(run.Number);
        _ended.Add(trial.Number, trial);
        for (; _ended.TryGetValue(_told, out Trial? next); _told++)
            _session.Tell(next.Number, next.Parameters, _study.Directions.LossesOf(next));
        return trial;
    }
}
