using System.Collections;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Fills in the order in which they happened; each <see cref="Fill"/> is built when it is read.</summary>
/// <param name="instruments">Of the run, in the order of its books.</param>
internal sealed class FillLog(IReadOnlyList<Instrument> instruments) : IReadOnlyList<Fill>
{
    private readonly BlockLog<FillEntry> _entries = new();

    public int Count => _entries.Count;

    public Fill this[int index]
    {
        get
        {
            if (index < 0 || index >= Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} fills.");
            ref readonly FillEntry entry = ref _entries[index];
            return entry.ToFill(instruments[entry.Book]);
        }
    }

    /// <summary>A fill by its position, as it is stored; the position is not checked.</summary>
    public ref readonly FillEntry At(int index) => ref _entries[index];

    /// <summary>Makes room for another fill, which the caller then writes.</summary>
    public ref FillEntry Add() => ref _entries.Add();

    public IEnumerator<Fill> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
