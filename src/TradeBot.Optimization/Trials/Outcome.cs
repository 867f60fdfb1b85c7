namespace TradeBot.Optimization;

/// <summary>The part of an evaluation's result that the study keeps.</summary>
/// <param name="Values">One per objective.</param>
/// <param name="Returns">Returns per period; empty when none are kept.</param>
/// <param name="IsFeasible">False when a requirement is broken.</param>
internal readonly record struct Outcome(double[] Values, ReadOnlyMemory<double> Returns, bool IsFeasible)
{
    /// <summary>The trial with this outcome.</summary>
    public Trial Of(TrialRun run) => Begun(run) with
    {
        State = StateOf(run.IsPruned),
        Value = Values[0],
        OtherValues = Values.Length > 1 ? Values.AsMemory(1) : default,
        Returns = Returns,
        Steps = run.Steps is { Length: > 0 } steps ? steps : default(ReadOnlyMemory<StepValue>),
    };

    /// <summary>The trial that ended without an outcome.</summary>
    public static Trial Failure(TrialRun run, string error) => Begun(run) with { Error = error };

    private static Trial Begun(TrialRun run) => new() { Number = run.Number, Parameters = run.Parameters, Seed = run.Seed, State = TrialState.Failed };

    private TrialState StateOf(bool isPruned) => isPruned ? TrialState.Pruned
        : !Array.TrueForAll(Values, double.IsFinite) ? TrialState.Undefined
        : IsFeasible ? TrialState.Complete
        : TrialState.Infeasible;
}
