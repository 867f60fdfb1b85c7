namespace TradeBot.Statistics;

/// <summary>Ranks in a sample: 1 for the smallest value, ties share their average rank, NaN counts as smaller than any number.</summary>
public static class Ranks
{
    /// <summary>The rank of each value, in the order given.</summary>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(sorted, order);

        double[] ranks = new double[sorted.Length];
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = from + 1;
            while (to < sorted.Length && sorted[to].Equals(sorted[from]))
                to++;
            for (int i = from; i < to; i++)
                ranks[order[i]] = (from + 1 + to) / 2.0;
        }

        return ranks;
    }

    /// <summary>The rank of one value of a sample, without sorting it.</summary>
    public static double Of(ReadOnlySpan<double> values, double value)
    {
        int below = 0, equal = 0;
        foreach (double other in values)
        {
            int order = other.CompareTo(value);
            below += order < 0 ? 1 : 0;
            equal += order == 0 ? 1 : 0;
        }

        return below + (equal + 1) / 2.0;
    }
}
