namespace TradeBot.Optimization;

/// <summary>See <see cref="Split.CombinatorialPurged"/>.</summary>
/// <remarks>Source: M. López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapter 12.</remarks>
internal sealed class CombinatorialPurgedSplit : ISplit
{
    private const int MostFolds = 10_000;

    private readonly int _groups, _testGroups, _embargo;

    public CombinatorialPurgedSplit(int groups, int testGroups, int embargo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(testGroups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(testGroups, groups);
        ArgumentOutOfRangeException.ThrowIfNegative(embargo);
        if (MathNet.Numerics.SpecialFunctions.Binomial(groups, testGroups) > MostFolds)
            throw new ArgumentOutOfRangeException(nameof(groups), groups, $"Must give at most {MostFolds} folds with {testGroups} of them tested at a time.");
        (_groups, _testGroups, _embargo) = (groups, testGroups, embargo);
    }

    public string Name => FormattableString.Invariant($"combinatorial purged, {_testGroups} of {_groups} groups, embargo {_embargo}");

    public IReadOnlyList<Fold> Divide(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
    {
        Purging.Require(starts, ends, minimumRows: _groups);
        List<Fold> folds = [];
        foreach (int[] chosen in Combinations.Of(_groups, _testGroups))
            folds.Add(FoldOf(folds.Count, chosen, starts, ends));
        return folds;
    }

    private Fold FoldOf(int number, int[] chosen, ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
    {
        int rows = starts.Length;
        var kept = new Keeping[rows];
        foreach (int group in chosen)
        {
            (int from, int to) = Purging.Block(group, _groups, rows);
            Fold alone = Purging.FoldOf(number, starts, ends, 0, from, to, rows, embargoBefore: 0, embargoAfter: 0);
            Mark(kept, alone, from, to);
            Embargo(kept, to, alone);
        }

        List<int> train = [], test = [];
        int purged = 0, embargoed = 0;
        for (int row = 0; row < rows; row++)
        {
            switch (kept[row])
            {
                case Keeping.Train:
                    train.Add(row);
                    break;
                case Keeping.Test:
                    test.Add(row);
                    break;
                case Keeping.Purged:
                    purged++;
                    break;
                default:
                    embargoed++;
                    break;
            }
        }

        return new Fold(number, train.ToArray(), test.ToArray(), purged, embargoed);
    }

    private static void Mark(Keeping[] kept, Fold alone, int from, int to)
    {
        var mayTrain = new HashSet<int>(alone.Train.ToArray());
        for (int row = 0; row < kept.Length; row++)
        {
            if (row >= from && row < to)
                kept[row] = Keeping.Test;
            else if (kept[row] is Keeping.Train or Keeping.Embargoed && !mayTrain.Contains(row))
                kept[row] = Keeping.Purged;
        }
    }

    private void Embargo(Keeping[] kept, int to, Fold alone)
    {
        foreach (int row in alone.Train.ToArray().SkipWhile(row => row < to).Take(_embargo))
        {
            if (kept[row] == Keeping.Train)
                kept[row] = Keeping.Embargoed;
        }
    }

    private enum Keeping
    {
        Train,
        Test,
        Purged,
        Embargoed,
    }
}
