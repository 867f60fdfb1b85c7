namespace TradeBot.Optimization;

/// <summary>A search with its objective, ready to run. Immutable: running it twice gives the same result twice.</summary>
/// <typeparam name="TResult">What an evaluation gives; only its metric, and its returns if asked for, are kept.</typeparam>
/// <remarks>
/// An evaluation that throws is a failed trial and the study goes on; cancellation and errors of the ledger end the study.
/// Results are the same, bit for bit, at any <see cref="StudyOptions.MaxParallelism"/>.
/// </remarks>
public sealed class Study<TResult>
{
    private readonly Func<TResult, double> _metric;
    private readonly Func<TResult, ReadOnlyMemory<double>>? _returns;

    internal Study(Study study, Func<TResult, double> metric, StudyDirection direction, Func<TResult, ReadOnlyMemory<double>>? returns)
    {
        ArgumentNullException.ThrowIfNull(metric);
        (Definition, _metric, Direction, _returns) = (study, metric, direction, returns);
    }

    /// <summary>Name, seed and space.</summary>
    public Study Definition { get; }

    /// <summary>Which values are better.</summary>
    public StudyDirection Direction { get; }

    /// <summary>Keeps the returns per period of every trial, which <see cref="StudyResult.Verdict"/> needs.</summary>
    /// <param name="returns">Simple returns, as fractions, over the same periods in every trial. Daily ones suffice: they stay in memory.</param>
    public Study<TResult> Returns(Func<TResult, ReadOnlyMemory<double>> returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        return new(Definition, _metric, Direction, returns);
    }

    /// <summary>Tries every combination, the last parameter changing fastest.</summary>
    /// <param name="evaluate">From parameters to result.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    /// <exception cref="ArgumentException">A parameter is continuous.</exception>
    public StudyResult Grid(Func<ParameterSet, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(new GridSampler(), int.MaxValue, evaluate, options, cancellationToken);

    /// <summary>Tries combinations drawn at random.</summary>
    /// <param name="trials">How many, at least 1.</param>
    /// <param name="evaluate">From parameters to result.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    public StudyResult Random(
        int trials, Func<ParameterSet, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(new RandomSampler(), trials, evaluate, options, cancellationToken);

    /// <summary>Tries what a sampler chooses.</summary>
    /// <param name="sampler">Chooses the parameters.</param>
    /// <param name="trials">At most so many, at least 1; fewer when the sampler has nothing left.</param>
    /// <param name="evaluate">From parameters to result.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    public StudyResult Run(
        ISampler sampler, int trials, Func<ParameterSet, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        return Run(sampler, trials, (parameters, _) => evaluate(parameters), options, cancellationToken);
    }

    /// <summary>Tries what a sampler chooses, giving each evaluation the trial's own seed.</summary>
    /// <param name="sampler">Chooses the parameters.</param>
    /// <param name="trials">At most so many, at least 1; fewer when the sampler has nothing left.</param>
    /// <param name="evaluate">From parameters and the trial's seed to result.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Ends the study between trials.</param>
    public StudyResult Run(
        ISampler sampler, int trials, Func<ParameterSet, int, TResult> evaluate, StudyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentNullException.ThrowIfNull(evaluate);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        options ??= new StudyOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxParallelism, 1, nameof(options));

        var run = new StudyRun(Definition, Direction, (parameters, seed) => Measure(evaluate(parameters, seed)), options, cancellationToken);
        return run.Execute(sampler, trials);
    }

    private (double Value, ReadOnlyMemory<double> Returns) Measure(TResult result) =>
        (_metric(result), _returns?.Invoke(result) ?? default);
}
