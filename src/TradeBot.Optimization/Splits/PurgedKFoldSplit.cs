namespace TradeBot.Optimization;

/// <summary>See <see cref="Split.PurgedKFold"/>.</summary>
internal sealed class PurgedKFoldSplit : ISplit
{
    private readonly int _folds, _embargo;

    public PurgedKFoldSplit(int folds, int embargo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(embargo);
        (_folds, _embargo) = (folds, embargo);
    }

    public string Name => FormattableString.Invariant($"purged k-fold, {_folds} folds, embargo {_embargo}");

    public IReadOnlyList<Fold> Divide(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
    {
        Purging.Require(starts, ends, minimumRows: _folds);
        var folds = new Fold[_folds];
        for (int fold = 0; fold < folds.Length; fold++)
        {
            (int from, int to) = Purging.Block(fold, _folds, starts.Length);
            folds[fold] = Purging.FoldOf(fold, starts, ends, 0, from, to, starts.Length, embargoBefore: 0, _embargo);
        }

        return folds;
    }
}
