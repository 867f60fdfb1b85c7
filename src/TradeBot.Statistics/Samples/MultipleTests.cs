namespace TradeBot.Statistics;

/// <summary>p-values adjusted for multiple testing.</summary>
public static class MultipleTests
{
    /// <summary>Controls the family-wise error rate: Holm's step-down Bonferroni.</summary>
    /// <param name="pValues">One per test, in [0, 1].</param>
    /// <returns>Adjusted p-values in the order given, at most 1.</returns>
    /// <remarks>Source: Holm, <i>Scand. J. Statistics</i> 6(2), 1979.</remarks>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        double[] adjusted = new double[pValues.Count];
        double sofar = 0;
        int rank = 0;
        foreach (int i in Enumerable.Range(0, adjusted.Length).OrderBy(i => pValues[i]))
        {
            sofar = Math.Max(sofar, Math.Min(1, pValues[i] * (adjusted.Length - rank++)));
            adjusted[i] = sofar;
        }

        return adjusted;
    }

    /// <summary>Controls the false discovery rate under any dependence: Benjamini–Yekutieli.</summary>
    /// <param name="pValues">One per test, in [0, 1].</param>
    /// <returns>Adjusted p-values in the order given, at most 1.</returns>
    /// <remarks>Source: Benjamini and Yekutieli, <i>Annals of Statistics</i> 29(4), 2001.</remarks>
    public static double[] FalseDiscovery(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        double[] adjusted = new double[pValues.Count];
        double harmonic = Enumerable.Range(1, adjusted.Length).Sum(i => 1.0 / i), sofar = 1;
        int rank = adjusted.Length;
        foreach (int i in Enumerable.Range(0, adjusted.Length).OrderByDescending(i => pValues[i]))
        {
            sofar = Math.Min(sofar, pValues[i] * adjusted.Length * harmonic / rank--);
            adjusted[i] = sofar;
        }

        return adjusted;
    }
}
