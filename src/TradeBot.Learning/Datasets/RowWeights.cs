namespace TradeBot.Learning;

/// <summary>How much each row should count, for <see cref="Dataset.WithWeights"/>.</summary>
/// <remarks>Source: M. López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapter 4.</remarks>
public static class RowWeights
{
    /// <summary>The share of each label's span that is its own: at every moment labels that overlap share it equally.</summary>
    /// <param name="data">The rows.</param>
    /// <returns>One weight per row, in (0, 1]; 1 where no other label overlaps.</returns>
    public static double[] Uniqueness(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Uniqueness(data.Starts, data.Ends);
    }

    /// <summary>The share of each label's span that is its own: at every moment labels that overlap share it equally.</summary>
    /// <param name="starts">When each label begins.</param>
    /// <param name="ends">When each ends, not before it begins; the end is not part of the span.</param>
    /// <returns>The mean over the span of 1 / (labels at that moment); 1 for a span of no length.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double[] Uniqueness(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
    {
        if (ends.Length != starts.Length)
            throw new ArgumentException($"Expected {starts.Length} ends, one per start, got {ends.Length}.", nameof(ends));

        long[] begun = starts.ToArray(), ended = ends.ToArray();
        Array.Sort(begun);
        Array.Sort(ended);
        long[] times = [.. begun.Concat(ended).Distinct().Order()];
        double[] shares = CumulativeShares(times, begun, ended);
        double[] weights = new double[starts.Length];
        for (int row = 0; row < weights.Length; row++)
        {
            double share = shares[Array.BinarySearch(times, ends[row])] - shares[Array.BinarySearch(times, starts[row])];
            weights[row] = ends[row] > starts[row] ? Math.Min(1, share / (ends[row] - starts[row])) : 1;
        }

        return weights;
    }

    /// <summary>Weights that fall with age, linearly in uniqueness rather than in time: years in which labels overlap much are not older for it.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="oldest">What the oldest row counts beside the newest: 1 for no decay, in [0, 1]; negative for none at all for the oldest share of the rows, above −1.</param>
    /// <returns>One weight per row, uniqueness times decay.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="oldest"/> is out of range.</exception>
    public static double[] TimeDecay(Dataset data, double oldest)
    {
        if (!(oldest > -1 && oldest <= 1))
            throw new ArgumentOutOfRangeException(nameof(oldest), oldest, "Must be in (−1, 1].");

        double[] weights = Uniqueness(data);
        double total = weights.Sum(), passed = 0;
        double slope = oldest >= 0 ? (1 - oldest) / total : 1 / ((1 + oldest) * total);
        for (int row = 0; row < weights.Length; row++)
        {
            passed += weights[row];
            weights[row] *= Math.Max(0, 1 - slope * (total - passed));
        }

        return weights;
    }

    /// <summary>Weights with which both classes count the same in total.</summary>
    /// <param name="data">With targets of 0 and 1, both of which occur.</param>
    /// <returns>One weight per row, with a mean of 1.</returns>
    /// <exception cref="ArgumentException">The targets are not so.</exception>
    public static double[] Balanced(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        int ones = data.IsBinary ? data.Target.Count(1) : 0, rows = data.RowCount;
        if (ones == 0 || ones == rows)
            throw new ArgumentException($"Expected targets of 0 and 1, both of which occur; got {(data.IsBinary ? $"{ones} ones in {rows} rows" : "numbers")}.", nameof(data));

        return Array.ConvertAll(data.Target.ToArray(), target => target == 1 ? 0.5 * rows / ones : 0.5 * rows / (rows - ones));
    }

    /// <summary>At each time, the sum over all before of the length between two times divided by the number of labels there.</summary>
    private static double[] CumulativeShares(long[] times, long[] begun, long[] ended)
    {
        double[] shares = new double[times.Length];
        int started = 0, over = 0;
        for (int i = 0; i + 1 < times.Length; i++)
        {
            while (started < begun.Length && begun[started] <= times[i])
                started++;
            while (over < ended.Length && ended[over] <= times[i])
                over++;
            int open = started - over;
            shares[i + 1] = shares[i] + (open > 0 ? (double)(times[i + 1] - times[i]) / open : 0);
        }

        return shares;
    }
}
