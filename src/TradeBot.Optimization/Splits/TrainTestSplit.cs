namespace TradeBot.Optimization;

/// <summary>See <see cref="Split.TrainTest"/>.</summary>
internal sealed class TrainTestSplit : ISplit
{
    private readonly double _testShare;
    private readonly int _embargo;

    public TrainTestSplit(double testShare, int embargo)
    {
        if (!(testShare > 0 && testShare < 1))
            throw new ArgumentOutOfRangeException(nameof(testShare), testShare, "Must be in (0, 1).");
        ArgumentOutOfRangeException.ThrowIfNegative(embargo);
        (_testShare, _embargo) = (testShare, embargo);
    }

    public string Name => FormattableString.Invariant($"train-test, {_testShare} for test, embargo {_embargo}");

    public IReadOnlyList<Fold> Divide(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends)
    {
        Purging.Require(starts, ends, minimumRows: 2);
        int rows = starts.Length;
        int test = Math.Clamp((int)Math.Round(rows * _testShare), 1, rows - 1);
        return [Purging.FoldOf(0, starts, ends, 0, rows - test, rows, rows, _embargo, embargoAfter: 0)];
    }
}
