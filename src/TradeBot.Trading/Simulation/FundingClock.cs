using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Pays funding when it is due.</summary>
/// <remarks>
/// A payment is not a fill: it is in <see cref="BacktestResult.Funding"/> and not among the fills or trades.
/// </remarks>
internal sealed class FundingClock
{
    private readonly TradingBooks _books;
    private readonly IVenueEvents _events;
    private readonly FundingRate[][] _rates;
    private readonly int[] _next;
    private long _due = long.MinValue;

    public FundingClock(TradingBooks books, IVenueEvents events, IReadOnlyDictionary<string, IReadOnlyList<FundingRate>> rates)
    {
        (_books, _events) = (books, events);
        _rates = [.. books.Symbols.Select(b => rates.TryGetValue(b.Instrument.Symbol, out IReadOnlyList<FundingRate>? of) ? of.OrderBy(r => r.Time).ToArray() : [])];
        _next = new int[_rates.Length];
    }

    public List<FundingPayment> Payments { get; } = [];

    public void Advance(long time)
    {
        if (time < _due)
            return;

        _due = long.MaxValue;
        for (int symbol = 0; symbol < _rates.Length; symbol++)
        {
            FundingRate[] rates = _rates[symbol];
            for (; _next[symbol] < rates.Length && UnixTime.FromDateTime(rates[_next[symbol]].Time) <= time; _next[symbol]++)
                Pay(symbol, rates[_next[symbol]]);
            if (_next[symbol] < rates.Length)
                _due = Math.Min(_due, UnixTime.FromDateTime(rates[_next[symbol]].Time));
        }
    }

    private void Pay(int symbol, FundingRate rate)
    {
        decimal held = _books.Account.Quantity(symbol);
        if (held == 0)
            return;
        SymbolBook book = _books.Symbols[symbol];
        decimal value = book.Instrument.ValueOf(held, (decimal)_books.Marks[symbol]);
        decimal paid = Math.Round(value * rate.Rate, 8, MidpointRounding.AwayFromZero);
        _events.Charged(paid);
        Payments.Add(new FundingPayment(rate.Time, book.Instrument.Symbol, paid));
    }
}
