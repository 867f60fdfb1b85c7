namespace TradeBot.Optimization;

/// <summary>How the trials of a study are evaluated.</summary>
/// <param name="Prepare">Does what the sets have in common, and gives what evaluates each, by its place among them.</param>
/// <param name="Block">How many sets are prepared at a time; null for as many as are asked for.</param>
internal sealed record StudyEvaluation(Func<IReadOnlyList<ParameterSet>, CancellationToken, Func<int, TrialRun, Outcome>> Prepare, int? Block = null)
{
    /// <summary>Each trial by itself.</summary>
    public static StudyEvaluation OfEach(Func<TrialRun, Outcome> evaluate) => new((_, _) => (_, run) => evaluate(run));
}
