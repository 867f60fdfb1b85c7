using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Charges interest on coins sold short, at each full hour; the rules are the table of <see cref="BorrowRate"/>.</summary>
internal sealed class BorrowClock
{
    private const long Hour = 3_600_000;

    private readonly TradingBooks _books;
    private readonly IVenueEvents _events;
    private readonly decimal[] _rates;
    private long _due = long.MinValue;

    public BorrowClock(TradingBooks books, IVenueEvents events, IReadOnlyDictionary<string, BorrowRate> rates)
    {
        (_books, _events) = (books, events);
        _rates = new decimal[books.Symbols.Length];
        foreach (SymbolBook book in books.Symbols)
        {
            if (!rates.TryGetValue(book.Instrument.Symbol, out BorrowRate rate))
                continue;
            if (book.Instrument.Kind != InstrumentKind.Spot)
                throw new ArgumentException($"A borrow rate is for spot; {book.Instrument.Symbol} is {book.Instrument.Kind} and borrows nothing.", nameof(rates));
            _rates[book.Index] = rate.Hourly;
        }
    }

    public List<BorrowPayment> Payments { get; } = [];

    public void Advance(long time)
    {
        if (_due == long.MinValue)
            _due = NextHour(time - 1);
        for (; _due <= time; _due += Hour)
        {
            foreach (SymbolBook book in _books.Symbols)
                Pay(book);
        }
    }

    private static long NextHour(long time) => (time / Hour + 1) * Hour;

    private void Pay(SymbolBook book)
    {
        decimal held = _books.Account.Quantity(book.Index);
        if (held >= 0 || _rates[book.Index] == 0)
            return;
        decimal paid = Math.Round(-held * (decimal)_books.Marks[book.Index] * _rates[book.Index], 8, MidpointRounding.AwayFromZero);
        _events.Charged(paid);
        Payments.Add(new BorrowPayment(UnixTime.ToDateTime(_due), book.Instrument.Symbol, paid));
    }
}
