using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Clusters of correlated features.</summary>
/// <remarks>
/// When one of two correlated features is permuted, the other still has the information, so neither seems important: permuting the group shows what
/// it contributes. Source: M. López de Prado, <i>Machine Learning for Asset Managers</i>, 2020, chapters 4 and 6.
/// </remarks>
public static class FeatureClusters
{
    /// <summary>Clusters features by absolute rank correlation: two clusters are merged while the mean over their pairs is at least the threshold (average linkage).</summary>
    /// <param name="data">The rows.</param>
    /// <param name="threshold">In (0, 1].</param>
    /// <param name="rows">Rows used for the correlations; all when empty.</param>
    /// <returns>Groups of names, in order of their first feature; each feature is in exactly one.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> ByCorrelation(Dataset data, double threshold = 0.5, ReadOnlyMemory<int> rows = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(threshold > 0 && threshold <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "Must be in (0, 1].");

        double[,] likeness = Likeness(data, rows.IsEmpty ? Enumerable.Range(0, data.RowCount).ToArray() : rows);
        List<List<int>> groups = [.. Enumerable.Range(0, data.Names.Count).Select(i => new List<int> { i })];
        while (MostAlike(groups, likeness) is (int first, int second, double mean) && mean >= threshold)
        {
            groups[first].AddRange(groups[second]);
            groups.RemoveAt(second);
        }

        return [.. groups.Select(group => group.Order().Select(i => data.Names[i]).ToArray()).OrderBy(names => IndexOf(data, names[0]))];
    }

    private static int IndexOf(Dataset data, string name) => data.Names.TakeWhile(other => other != name).Count();

    private static double[,] Likeness(Dataset data, ReadOnlyMemory<int> rows)
    {
        int count = data.Names.Count;
        double[][] ranks = [.. Enumerable.Range(0, count).Select(column => Ranks.Of(Gather(data.Column(column), rows.Span)))];
        double[,] likeness = new double[count, count];
        Parallel.For(0, count, i =>
        {
            for (int j = 0; j < i; j++)
            {
                double correlation = Math.Abs(RankCorrelation.OfRanks(ranks[i], ranks[j]));
                likeness[i, j] = likeness[j, i] = double.IsNaN(correlation) ? 0 : correlation; // a constant correlates with nothing
            }
        });
        return likeness;
    }

    private static double[] Gather(ReadOnlySpan<double> values, ReadOnlySpan<int> rows)
    {
        double[] gathered = new double[rows.Length];
        for (int i = 0; i < gathered.Length; i++)
            gathered[i] = values[rows[i]];
        return gathered;
    }

    private static (int First, int Second, double Mean)? MostAlike(List<List<int>> groups, double[,] likeness)
    {
        (int, int, double)? best = null;
        double highest = double.NegativeInfinity;
        for (int first = 0; first < groups.Count; first++)
        {
            for (int second = first + 1; second < groups.Count; second++)
            {
                double mean = groups[first].Average(i => groups[second].Average(j => likeness[i, j]));
                if (mean > highest)
                    (best, highest) = ((first, second, mean), mean);
            }
        }

        return best;
    }
}
