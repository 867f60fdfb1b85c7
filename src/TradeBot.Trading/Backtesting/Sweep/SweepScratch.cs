namespace TradeBot.Trading;

/// <summary>The working memory of one thread: the block's columns, and bit masks.</summary>
internal sealed class SweepScratch
{
    private readonly List<ulong[]> _free = [];
    private readonly int _size;

    public SweepScratch(SweepColumns columns)
    {
        Columns = columns;
        _size = columns.BlockSize / BitKernel.Bits;
        (EnterLong, EnterShort, LeaveLong, LeaveShort) = (new ulong[_size], new ulong[_size], new ulong[_size], new ulong[_size]);
    }

    public SweepColumns Columns { get; }

    /// <summary>Where a long position may be opened while flat.</summary>
    public ulong[] EnterLong { get; }

    public ulong[] EnterShort { get; }

    /// <summary>Where a long position is closed.</summary>
    public ulong[] LeaveLong { get; }

    public ulong[] LeaveShort { get; }

    public ulong[] Rent()
    {
        if (_free.Count == 0)
            return new ulong[_size];
        ulong[] words = _free[^1];
        _free.RemoveAt(_free.Count - 1);
        return words;
    }

    public void Return(ulong[] words) => _free.Add(words);
}
