namespace TradeBot.Trading;

/// <summary>Entries in the order in which they were added, in blocks, so that it grows without copying.</summary>
/// <typeparam name="T">Best without references, so that the garbage collector does not have to scan it.</typeparam>
internal sealed class BlockLog<T>
    where T : struct
{
    private const int BlockBits = 9;
    private const int BlockMask = (1 << BlockBits) - 1;

    private readonly List<T[]> _blocks = [];

    public int Count { get; private set; }

    /// <summary>An entry, without a copy.</summary>
    public ref readonly T this[int index] => ref _blocks[index >> BlockBits][index & BlockMask];

    /// <summary>Makes room for another entry, which the caller then writes.</summary>
    public ref T Add()
    {
        int slot = Count & BlockMask;
        if (slot == 0)
            _blocks.Add(GC.AllocateUninitializedArray<T>(1 << BlockBits));
        Count++;
        return ref _blocks[^1][slot];
    }
}
