namespace TradeBot.Optimization;

/// <summary>What a study searches for.</summary>
/// <remarks>These are extensions so that a caller's own, for one type of result, win over them: one for backtests keeps the returns that a verdict needs.</remarks>
public static class StudyObjectives
{
    /// <summary>Searches for the largest value of a metric.</summary>
    /// <typeparam name="TResult">What an evaluation gives.</typeparam>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">The number to compare; NaN and infinities are recorded and never best.</param>
    public static Study<TResult> Maximize<TResult>(this Study study, Func<TResult, double> metric)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Study<TResult>.Create(study, metric, StudyDirection.Maximize);
    }

    /// <summary>Searches for the smallest value of a metric.</summary>
    /// <typeparam name="TResult">What an evaluation gives.</typeparam>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">The number to compare; NaN and infinities are recorded and never best.</param>
    public static Study<TResult> Minimize<TResult>(this Study study, Func<TResult, double> metric)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Study<TResult>.Create(study, metric, StudyDirection.Minimize);
    }

    /// <summary>Searches for the best weighted blend of several metrics.</summary>
    /// <typeparam name="TResult">What an evaluation gives.</typeparam>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="blend">The metrics, their weights and their scales.</param>
    public static Study<TResult> Maximize<TResult>(this Study study, Blend<TResult> blend)
    {
        ArgumentNullException.ThrowIfNull(blend);
        return study.Maximize<TResult>(blend.Of);
    }
}
