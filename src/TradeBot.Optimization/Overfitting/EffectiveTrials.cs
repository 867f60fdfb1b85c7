namespace TradeBot.Optimization.Overfitting;

/// <summary>How many independent trials a set of similar ones is worth.</summary>
public static class EffectiveTrials
{
    /// <summary>The number of clusters of trials whose returns move together.</summary>
    /// <param name="returns">For each trial its returns per period, all over the same periods; at least one trial.</param>
    /// <returns>
    /// From 1 to the number of trials: equal series count once, and the others by clusters of average linkage, which are joined while the average correlation
    /// between their members is at least 0.4 (more on few periods, where chance alone gives as much). Trials with constant returns are omitted; NaN when none
    /// is left. An estimate, and not a whole number, where more than 10,000 different trials were sampled.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>
    /// Independent of the number of threads; 10,000 trials take seconds. Source: López de Prado and Lewis, "Detection of false investment strategies using
    /// unsupervised learning methods", <i>Quantitative Finance</i> 19(9), 2019, with average linkage instead of their k-means.
    /// </remarks>
    public static double Of(IReadOnlyList<ReadOnlyMemory<double>> returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        int periods = returns.Count == 0 ? 0 : returns[0].Length;
        foreach (ReadOnlyMemory<double> trial in returns)
        {
            if (trial.Length != periods)
                throw new ArgumentException($"Expected {periods} returns of every trial, got {trial.Length}.", nameof(returns));
        }

        return TrialClusters.Of(DistinctReturns.Of(returns)).Count;
    }
}
