using System.Collections;

namespace TradeBot.Trading;

/// <summary>Fills in the order in which they happened, in blocks: growing copies nothing.</summary>
internal sealed class FillLog : IReadOnlyList<Fill>
{
    private const int BlockBits = 9;
    private const int BlockMask = (1 << BlockBits) - 1;

    private readonly List<Fill[]> _blocks = [];

    public int Count { get; private set; }

    public Fill this[int index] => index >= 0 && index < Count
        ? At(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} fills.");

    /// <summary>A fill that is known to be there, without a copy.</summary>
    public ref readonly Fill At(int index) => ref _blocks[index >> BlockBits][index & BlockMask];

    public void Add(in Fill fill)
    {
        int slot = Count & BlockMask;
        if (slot == 0)
            _blocks.Add(new Fill[1 << BlockBits]);
        _blocks[^1][slot] = fill;
        Count++;
    }

    public IEnumerator<Fill> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
