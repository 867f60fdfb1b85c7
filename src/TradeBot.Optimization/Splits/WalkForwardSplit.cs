namespace TradeBot.Optimization;

/// <summary>See <see cref="Split.WalkForward"/>.</summary>
internal sealed class WalkForwardSplit : ISplit
{
    private readonly int _folds, _embargo;
    private readonly int? _window;

    public WalkForwardSplit(int folds, int embargo, int? window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(embargo);
        if (window is int rows)
            ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1, nameof(window));
        (_folds, _embargo, _window) = (folds, embargo, window);
    }

    public string Name => FormattableString.Invariant(
        $"walk-forward, {_folds} folds, embargo {_embargo}{(_window is int rows ? $", window {rows}" : "")}");

    public IReadOnlyList<Fold> Divide(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
    {
        Purging.Require(starts, ends, minimumRows: _folds + 1);
        int blocks = _folds + 1;
        var folds = new Fold[_folds];
        for (int fold = 0; fold < folds.Length; fold++)
        {
            (int from, int to) = Purging.Block(fold + 1, blocks, starts.Length);
            int first = Math.Max(0, from - (_window ?? from));
            folds[fold] = Purging.FoldOf(fold, starts, ends, first, from, to, to, _embargo, embargoAfter: 0);
        }

        return folds;
    }
}
