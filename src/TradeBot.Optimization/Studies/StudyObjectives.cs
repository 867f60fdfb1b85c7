namespace TradeBot.Optimization;

/// <summary>The objectives of a study.</summary>
/// <remarks>These are extension methods so that more specific ones take precedence: the one for backtests also keeps the returns that a verdict needs.</remarks>
public static class StudyObjectives
{
    /// <summary>Maximises a metric.</summary>
    /// <typeparam name="TResult">The result of an evaluation.</typeparam>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">The number to compare; NaN and infinities are recorded and never best.</param>
    public static Study<TResult> Maximize<TResult>(this Study study, Func<TResult, double> metric)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Study<TResult>.Create(study, metric, StudyDirection.Maximize);
    }

    /// <summary>Minimises a metric.</summary>
    /// <typeparam name="TResult">The result of an evaluation.</typeparam>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">The number to compare; NaN and infinities are recorded and never best.</param>
    public static Study<TResult> Minimize<TResult>(this Study study, Func<TResult, double> metric)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Study<TResult>.Create(study, metric, StudyDirection.Minimize);
    }

    /// <summary>Maximises a weighted blend of several metrics.</summary>
    /// <typeparam name="TResult">The result of an evaluation.</typeparam>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="blend">The metrics, their weights and their scales.</param>
    public static Study<TResult> Maximize<TResult>(this Study study, Blend<TResult> blend)
    {
        ArgumentNullException.ThrowIfNull(blend);
        return study.Maximize<TResult>(blend.Of);
    }
}
