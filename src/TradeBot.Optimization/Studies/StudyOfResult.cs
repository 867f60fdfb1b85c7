namespace TradeBot.Optimization;

/// <summary>A study with its objective, ready to run. Immutable: running it twice gives the same result.</summary>
/// <typeparam name="TResult">The result of an evaluation; only its metrics, and its returns if asked for, are kept.</typeparam>
/// <remarks>
/// An evaluation that throws is a failed trial and the study continues; cancellation and errors of the ledger or the storage end
/// the study. Results are bit-identical at any <see cref="StudyOptions.MaxParallelism"/>, unless a time limit cuts them short.
/// </remarks>
public sealed partial class Study<TResult>
{
    private readonly Objective<TResult>[] _objectives;
    private readonly Func<TResult, ReadOnlyMemory<double>>? _returns;
    private readonly Func<TResult, bool>[] _requirements;

    private Study(Study study, Objective<TResult>[] objectives, Func<TResult, ReadOnlyMemory<double>>? returns, Func<TResult, bool>[] requirements) =>
        (Definition, _objectives, _returns, _requirements) = (study, objectives, returns, requirements);

    /// <summary>Name, seed and space.</summary>
    public Study Definition { get; }

    /// <summary>Which values of the first objective are better.</summary>
    public StudyDirection Direction => _objectives[0].Direction;

    /// <summary>Which values of each objective are better.</summary>
    public IReadOnlyList<StudyDirection> Directions => [.. _objectives.Select(o => o.Direction)];

    internal bool KeepsReturns => _returns is not null;

    /// <summary>Keeps the returns per period of every trial, which <see cref="StudyResult.Verdict"/> needs.</summary>
    /// <param name="returns">Simple returns, as fractions, over the same periods in every trial. They stay in memory; daily ones are enough.</param>
    public Study<TResult> Returns(Func<TResult, ReadOnlyMemory<double>> returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        return new(Definition, _objectives, returns, _requirements);
    }

    /// <summary>Adds an objective of which larger values are better: the outcome is then a front, <see cref="StudyResult.ParetoFront"/>.</summary>
    /// <param name="metric">The number to compare.</param>
    public Study<TResult> AndMaximize(Func<TResult, double> metric) => With(metric, StudyDirection.Maximize);

    /// <summary>Adds an objective of which smaller values are better: the outcome is then a front, <see cref="StudyResult.ParetoFront"/>.</summary>
    /// <param name="metric">The number to compare.</param>
    public Study<TResult> AndMinimize(Func<TResult, double> metric) => With(metric, StudyDirection.Minimize);

    /// <summary>Results for which the condition is false are trials that never win: <c>.Require(r =&gt; r.Trades &gt;= 30)</c>.</summary>
    /// <param name="requirement">Pure: the same answer for the same result.</param>
    public Study<TResult> Require(Func<TResult, bool> requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return new(Definition, _objectives, _returns, [.. _requirements, requirement]);
    }

    /// <summary>The same search over evaluations that give one result for each of several parts of the data.</summary>
    /// <typeparam name="TParts">The result of such an evaluation.</typeparam>
    /// <param name="parts">The results and their weights, such as the lengths of the parts.</param>
    /// <returns>An objective is the weighted mean of the known values, NaN when there is none; a requirement must be met in each part. Returns are not kept unless <see cref="Returns"/> is called again.</returns>
    public Study<TParts> InParts<TParts>(Func<TParts, IReadOnlyList<(TResult Result, double Weight)>> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new(
            Definition,
            Array.ConvertAll(_objectives, o => new Objective<TParts>(result => Mean(parts(result), o.Metric), o.Direction)),
            returns: null,
            Array.ConvertAll(_requirements, requirement => (Func<TParts, bool>)(result => parts(result).All(p => requirement(p.Result)))));
    }

    internal static Study<TResult> Create(Study study, Func<TResult, double> metric, StudyDirection direction)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(study, [new(metric, direction)], returns: null, []);
    }

    internal Outcome Measure(TResult result) => new(
        Array.ConvertAll(_objectives, o => o.Metric(result)),
        _returns?.Invoke(result) ?? default,
        Array.TrueForAll(_requirements, requirement => requirement(result)));

    private static double Mean(IReadOnlyList<(TResult Result, double Weight)> parts, Func<TResult, double> metric)
    {
        double sum = 0, weights = 0;
        foreach ((TResult result, double weight) in parts)
        {
            double value = metric(result);
            if (!double.IsFinite(value))
                continue;
            sum += weight * value;
            weights += weight;
        }

        return sum / weights; // NaN when none is known
    }

    private Study<TResult> With(Func<TResult, double> metric, StudyDirection direction)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(Definition, [.. _objectives, new(metric, direction)], _returns, _requirements);
    }
}

/// <summary>A metric and which of its values are better.</summary>
/// <typeparam name="TResult">The result of an evaluation.</typeparam>
/// <param name="Metric">The number to compare.</param>
/// <param name="Direction">Which values are better.</param>
internal sealed record Objective<TResult>(Func<TResult, double> Metric, StudyDirection Direction);
