namespace TradeBot.Optimization;

/// <summary>The training rows for given test rows, with regard to the time that each label takes.</summary>
/// <remarks>Source: M. López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapter 7.</remarks>
internal static class Purging
{
    /// <summary>Rejects invalid spans.</summary>
    public static void Require(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends, int minimumRows)
    {
        if (ends.Length != starts.Length)
            throw new ArgumentException($"Expected {starts.Length} ends, one per start, got {ends.Length}.", nameof(ends));
        if (starts.Length < minimumRows)
            throw new ArgumentException($"Need at least {minimumRows} rows, got {starts.Length}.", nameof(starts));

        for (int row = 0; row < starts.Length; row++)
        {
            if (row > 0 && starts[row] < starts[row - 1])
                throw new ArgumentException($"Starts must not fall: row {row} starts at {starts[row]}, the one before at {starts[row - 1]}.", nameof(starts));
            if (ends[row] < starts[row])
                throw new ArgumentException($"Row {row} ends at {ends[row]}, before its start at {starts[row]}.", nameof(ends));
        }
    }

    /// <summary>The rows [from, to) of one of several blocks as equal as whole rows allow.</summary>
    public static (int From, int To) Block(int block, int blocks, int rows) =>
        ((int)((long)rows * block / blocks), (int)((long)rows * (block + 1) / blocks));

    /// <summary>A fold with test rows [from, to) and training rows from [first, from) and [to, last).</summary>
    /// <param name="number">The fold's number.</param>
    /// <param name="starts">Not decreasing.</param>
    /// <param name="ends">Not before their starts.</param>
    /// <param name="first">First row that may be used for training.</param>
    /// <param name="from">First test row.</param>
    /// <param name="to">End of the test rows, exclusive.</param>
    /// <param name="last">End of the rows that may be used for training, exclusive.</param>
    /// <param name="embargoBefore">Rows before the test, nearest first, that are removed from training in addition to the purged ones.</param>
    /// <param name="embargoAfter">Rows after the test, nearest first, that are removed from training in addition to the purged ones.</param>
    public static Fold FoldOf(
        int number, ReadOnlySpan<long> starts, ReadOnlySpan<long> ends, int first, int from, int to, int last, int embargoBefore, int embargoAfter)
    {
        long testStart = starts[from], testEnd = long.MinValue;
        foreach (long end in ends[from..to])
            testEnd = Math.Max(testEnd, end);

        List<int> train = [];
        int purged = 0, embargoed = 0;

        for (int row = from - 1; row >= first; row--)
        {
            if (ends[row] >= testStart) // it starts no later than the test does
                purged++;
            else if (embargoBefore-- > 0)
                embargoed++;
            else
                train.Add(row);
        }

        train.Reverse();
        for (int row = to; row < last; row++)
        {
            if (starts[row] <= testEnd) // it ends no earlier than it starts, which is in the test or after it
                purged++;
            else if (embargoAfter-- > 0)
                embargoed++;
            else
                train.Add(row);
        }

        return new Fold(number, train.ToArray(), Enumerable.Range(from, to - from).ToArray(), purged, embargoed);
    }
}
