using System.Collections;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Fills in the order in which they happened; kept without what their symbol says already, and made whole when they are read.</summary>
/// <param name="instruments">Of the run, in the order of its books.</param>
internal sealed class FillLog(IReadOnlyList<Instrument> instruments) : IReadOnlyList<Fill>
{
    private readonly BlockLog<Entry> _entries = new();

    public int Count => _entries.Count;

    public Fill this[int index]
    {
        get
        {
            if (index < 0 || index >= Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} fills.");
            ref readonly Entry entry = ref _entries[index];
            Instrument instrument = instruments[entry.Book];
            return new Fill(
                entry.Time, instrument.Symbol, entry.Side, entry.Quantity, entry.Price, entry.Fee, entry.Slippage, entry.Order, entry.IsMaker, entry.Kind,
                instrument.IsInverse ? instrument.ContractValue : 0m, entry.Impact);
        }
    }

    /// <param name="fill">What happened.</param>
    /// <param name="book">Position of its symbol in the run.</param>
    public void Add(in Fill fill, int book)
    {
        ref Entry entry = ref _entries.Add();
        entry.Time = fill.Time;
        entry.Quantity = fill.Quantity;
        entry.Price = fill.Price;
        entry.Fee = fill.Fee;
        entry.Slippage = fill.Slippage;
        entry.Impact = fill.Impact;
        entry.Order = fill.Order;
        entry.Book = book;
        entry.Side = fill.Side;
        entry.Kind = fill.Kind;
        entry.IsMaker = fill.IsMaker;
    }

    public IEnumerator<Fill> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private struct Entry
    {
        public DateTime Time;
        public decimal Quantity, Price, Fee, Slippage, Impact;
        public long Order;
        public int Book;
        public OrderSide Side;
        public FillKind Kind;
        public bool IsMaker;
    }
}
