namespace TradeBot.Optimization;

/// <content>The methods that run a study.</content>
public sealed partial class Study<TResult>
{
    /// <summary>Tries every combination, the last parameter changing fastest.</summary>
    /// <param name="evaluate">Evaluates parameters.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    /// <exception cref="ArgumentException">A parameter is continuous.</exception>
    /// <exception cref="InvalidOperationException">No combination meets the constraints.</exception>
    public StudyResult Grid(Func<ParameterSet, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(new GridSampler(), int.MaxValue, evaluate, options, cancellationToken);

    /// <summary>Tries combinations drawn at random.</summary>
    /// <param name="trials">How many, at least 1.</param>
    /// <param name="evaluate">Evaluates parameters.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    public StudyResult Random(
        int trials, Func<ParameterSet, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(new RandomSampler(), trials, evaluate, options, cancellationToken);

    /// <summary>Searches with a model of the results so far: TPE for one objective, NSGA-II for several.</summary>
    /// <param name="trials">How many, at least 1.</param>
    /// <param name="evaluate">Evaluates parameters.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    public StudyResult Optimize(
        int trials, Func<ParameterSet, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(_objectives.Length == 1 ? new TpeSampler() : new Nsga2Sampler(), trials, evaluate, options, cancellationToken);

    /// <summary>Starts a search whose evaluations happen elsewhere: ask for trials, tell their results.</summary>
    /// <param name="sampler">Chooses the parameters; it receives results in the order of trial numbers.</param>
    /// <param name="ledger">Records every evaluation; null for <see cref="TrialLedger.Shared"/> where the data is stated.</param>
    /// <param name="dataHash">Content hash of the data on which trials are evaluated.</param>
    public StudySession<TResult> Start(ISampler sampler, ITrialLedger? ledger = null, string? dataHash = null)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        new StudyOptions().Require(_objectives.Length, sampler);
        return new StudySession<TResult>(this, sampler, new StudyOptions { Ledger = ledger, DataHash = dataHash }.LedgerInUse, dataHash);
    }

    /// <summary>Tries the parameters that a sampler chooses.</summary>
    /// <param name="sampler">Chooses the parameters.</param>
    /// <param name="trials">Largest number of trials, at least 1; fewer when the sampler has nothing left.</param>
    /// <param name="evaluate">Evaluates parameters.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    public StudyResult Run(
        ISampler sampler, int trials, Func<ParameterSet, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        return RunTrials(sampler, trials, run => evaluate(run.Parameters), options, cancellationToken);
    }

    /// <summary>Tries the parameters that a sampler chooses; each evaluation gets the trial's seed.</summary>
    /// <param name="sampler">Chooses the parameters.</param>
    /// <param name="trials">Largest number of trials, at least 1; fewer when the sampler has nothing left.</param>
    /// <param name="evaluate">Evaluates parameters with the trial's seed.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    public StudyResult Run(
        ISampler sampler, int trials, Func<ParameterSet, int, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        return RunTrials(sampler, trials, run => evaluate(run.Parameters, run.Seed), options, cancellationToken);
    }

    /// <summary>Tries the parameters that a sampler chooses; each evaluation gets its trial, to report intermediate values and to be pruned.</summary>
    /// <param name="sampler">Chooses the parameters.</param>
    /// <param name="trials">Largest number of trials, at least 1; fewer when the sampler has nothing left.</param>
    /// <param name="evaluate">Evaluates a trial.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    public StudyResult RunTrials(
        ISampler sampler, int trials, Func<TrialRun, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        return Execute(sampler, trials, StudyEvaluation.OfEach(run => Measure(evaluate(run))), options, cancellationToken);
    }

    /// <summary>Tries the parameters that a sampler chooses, many sets at a time, for evaluations that share work.</summary>
    /// <param name="sampler">Chooses the parameters.</param>
    /// <param name="trials">Largest number of trials, at least 1; fewer when the sampler has nothing left.</param>
    /// <param name="prepare">
    /// From some sets, in the order of their trials and without those that the storage holds, to what gives the result of each by its place among them. What that
    /// throws is a failed trial; what <paramref name="prepare"/> itself throws ends the study. The trial's time limit is on the former.
    /// </param>
    /// <param name="block">How many sets at a time, at least 1: trials are recorded, progress is reported and limits are checked in between.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study, and is handed to <paramref name="prepare"/>.</param>
    public StudyResult RunTogether(
        ISampler sampler,
        int trials,
        Func<IReadOnlyList<ParameterSet>, CancellationToken, Func<int, TrialRun, TResult>> prepare,
        int block,
        StudyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        ArgumentOutOfRangeException.ThrowIfLessThan(block, 1);
        return Execute(sampler, trials, new StudyEvaluation(Prepare, block), options, cancellationToken);

        Func<int, TrialRun, Outcome> Prepare(IReadOnlyList<ParameterSet> sets, CancellationToken token)
        {
            Func<int, TrialRun, TResult> evaluate = prepare(sets, token);
            return (place, run) => Measure(evaluate(place, run));
        }
    }

    private StudyResult Execute(ISampler sampler, int trials, StudyEvaluation evaluation, StudyOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        options ??= new StudyOptions();
        options.Require(_objectives.Length, sampler);
        using LongWork work = LongWork.Begin(Definition.Name, "trials", cancellationToken, options.Time);
        return new StudyRun(Definition, Directions, evaluation, options, work, work.Cancellation).Execute(sampler, trials);
    }
}
