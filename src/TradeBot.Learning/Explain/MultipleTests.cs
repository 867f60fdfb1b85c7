namespace TradeBot.Learning;

/// <summary>p-values after the number of tests is charged to them.</summary>
internal static class MultipleTests
{
    /// <summary>Holds the chance of even one false find. Source: Holm, <i>Scand. J. Statistics</i> 6(2), 1979.</summary>
    /// <returns>In the order given.</returns>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
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

    /// <summary>Holds the expected share of false finds, however the tests depend on each other. Source: Benjamini and Yekutieli, <i>Annals of Statistics</i> 29(4), 2001.</summary>
    /// <returns>In the order given.</returns>
    public static double[] FalseDiscovery(IReadOnlyList<double> pValues)
    {
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
