namespace TradeBot.Learning;

/// <summary>Sample weights, for <see cref="Dataset.WithWeights"/>.</summary>
/// <remarks>Source: M. López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapter 4.</remarks>
public static class RowWeights
{
    /// <summary>Average uniqueness of each label: labels that overlap at a moment share it equally.</summary>
    /// <param name="data">The rows.</param>
    /// <returns>One weight per row, in (0, 1]; 1 where no other label overlaps.</returns>
    public static double[] Uniqueness(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Uniqueness(data.Starts, data.Ends);
    }

    /// <summary>Average uniqueness of each label: labels that overlap at a moment share it equally.</summary>
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

    /// <summary>Weights that decay with age, linearly in cumulative uniqueness rather than in time: heavily overlapping labels do not age faster.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="oldest">Weight of the oldest row relative to the newest: in [0, 1], 1 for no decay; a negative value above −1 gives that share of the oldest rows weight 0.</param>
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

    /// <summary>Weights that give both classes the same total weight.</summary>
    /// <param name="data">With targets of 0 and 1, both of which occur.</param>
    /// <returns>One weight per row, with a mean of 1.</returns>
    /// <exception cref="ArgumentException">The targets do not meet this.</exception>
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
