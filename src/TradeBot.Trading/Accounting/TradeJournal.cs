using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The round trips of an account, computed from its fills on first use.</summary>
/// <param name="fills">Of all symbols.</param>
/// <param name="instruments">Of the run, in the order of its books.</param>
internal sealed class TradeJournal(FillLog fills, IReadOnlyList<Instrument> instruments)
{
    private readonly TradeLog[] _logs = [.. instruments.Select((instrument, book) => new TradeLog(instrument, book))];
    private readonly BlockLog<RoundTrip> _trips = new();
    private int _read;

    /// <summary>How many round trips have ended.</summary>
    public int Count
    {
        get
        {
            Read();
            return _trips.Count;
        }
    }

    /// <summary>A round trip by its exit; below <see cref="Count"/>.</summary>
    public ref readonly RoundTrip this[int index] => ref _trips[index];

    /// <summary>Average price of the entries of a symbol's open trade; 0 when flat.</summary>
    public decimal EntryPrice(int book)
    {
        Read();
        return _logs[book].EntryPrice;
    }

    /// <inheritdoc cref="TradeLog.EntryEstimate"/>
    public double EntryEstimate(int book)
    {
        Read();
        return _logs[book].EntryEstimate;
    }

    /// <summary>A round trip as it is reported while the run goes on.</summary>
    public Trade TradeAt(int index) => _trips[index].ToTrade(instruments[_trips[index].Book].Symbol);

    /// <summary>Ends what is still open, each symbol's rest valued at its last price.</summary>
    public void End(DateTime time, double[] marks)
    {
        Read();
        for (int book = 0; book < _logs.Length; book++)
            _logs[book].End(time, (decimal)marks[book], _trips);
    }

    private void Read()
    {
        for (; _read < fills.Count; _read++)
        {
            ref readonly FillEntry fill = ref fills.At(_read);
            _logs[fill.Book].Add(in fill, _trips);
        }
    }
}
