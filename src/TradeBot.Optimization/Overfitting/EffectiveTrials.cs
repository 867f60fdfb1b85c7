namespace TradeBot.Optimization.Overfitting;

/// <summary>How many independent trials a set of similar ones is worth.</summary>
public static class EffectiveTrials
{
    /// <summary>The number of independent trials that the average correlation implies.</summary>
    /// <param name="returns">For each trial its returns per period, all over the same periods; at least one trial.</param>
    /// <returns>
    /// <c>ρ + (1 − ρ)·N</c>, ρ being the average correlation between different trials, taken as 0 where negative; from 1 to N.
    /// Trials whose returns never vary are left out; NaN when none is left.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Source: Bailey and López de Prado, "The deflated Sharpe ratio", <i>J. Portfolio Management</i> 40(5), 2014, appendix 3.</remarks>
    public static double Of(IReadOnlyList<ReadOnlyMemory<double>> returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        int periods = returns.Count == 0 ? 0 : returns[0].Length;
        double[] sum = new double[periods];
        int trials = 0;
        foreach (ReadOnlyMemory<double> trial in returns)
        {
            if (trial.Length != periods)
                throw new ArgumentException($"Expected {periods} returns of every trial, got {trial.Length}.", nameof(returns));
            if (AddStandardized(trial.Span, sum))
                trials++;
        }

        if (trials < 2)
            return trials == 0 ? double.NaN : 1;

        // The sum of n standardised series has variance n + n(n − 1)ρ.
        double variance = 0;
        foreach (double value in sum)
            variance += value * value;
        double correlation = Math.Clamp((variance / periods / trials - 1) / (trials - 1), 0, 1);
        return correlation + (1 - correlation) * trials;
    }

    private static bool AddStandardized(ReadOnlySpan<double> returns, double[] sum)
    {
        Moments moments = Moments.Of(returns);
        if (!(moments.Squares > 0))
            return false;

        double deviation = Math.Sqrt(moments.Squares / moments.Count);
        for (int i = 0; i < sum.Length; i++)
            sum[i] += (returns[i] - moments.Mean) / deviation;
        return true;
    }
}
