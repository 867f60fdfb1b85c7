using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The state of an account and its symbols: cash and positions, last prices, working orders, fills and refusals.</summary>
internal sealed class TradingBooks
{
    private readonly Dictionary<string, SymbolBook> _bookOf;

    /// <param name="instruments">Of the symbols, in the order in which everything here counts them.</param>
    /// <param name="cash">At the start, in account currency.</param>
    public TradingBooks(IReadOnlyList<Instrument> instruments, decimal cash)
    {
        Working = new int[instruments.Count];
        Symbols = [.. instruments.Select((instrument, i) => new SymbolBook(instrument, i, Working))];
        _bookOf = Symbols.ToDictionary(b => b.Instrument.Symbol);
        Account = new Account(cash, instruments);
        Marks = new double[Symbols.Length];
        Fills = new FillLog(instruments);
        Trades = new TradeJournal(Fills, instruments);
    }

    public SymbolBook[] Symbols { get; }

    /// <summary>Last prices, in the order of the symbols; 0 until one is known.</summary>
    public double[] Marks { get; }

    /// <summary>The number of working orders of each symbol, in one array because each candle and each checked order reads all of them.</summary>
    public int[] Working { get; }

    public Account Account { get; }

    public FillLog Fills { get; }

    /// <summary>Round trips by exit.</summary>
    public TradeJournal Trades { get; }

    /// <summary>Every order, in the order of submission.</summary>
    public List<Order> Orders { get; } = [];

    /// <summary>Every intention that did not become a fill.</summary>
    public List<OrderRefusal> Refusals { get; } = [];

    public double Equity => Account.Equity(Marks);

    /// <exception cref="ArgumentException">The symbol is not part of the run.</exception>
    public SymbolBook BookOf(string symbol) => _bookOf.TryGetValue(symbol, out SymbolBook? book)
        ? book
        : throw new ArgumentException($"'{symbol}' is not part of the run; it has {string.Join(", ", _bookOf.Keys)}.", nameof(symbol));

    public void Refuse(long time, string symbol, string reason) =>
        Refusals.Add(new OrderRefusal(UnixTime.ToDateTime(time), symbol, reason));

    /// <summary>Value of one unit of a symbol at its last price, in account currency.</summary>
    public double UnitValue(int symbol) => Account.IsInverse ? Symbols[symbol].Instrument.UnitValue(Marks[symbol]) : Marks[symbol];

    /// <summary>Value of a quantity of a symbol at its last price, in quote currency.</summary>
    public double Notional(decimal quantity, SymbolBook book) =>
        (double)quantity * (book.Instrument.IsInverse ? (double)book.Instrument.ContractValue : Marks[book.Index]);

    /// <summary>How much of an order only closes what is held.</summary>
    public decimal Closing(Order order)
    {
        double held = Account.Holdings[order.Book];
        return held != 0 && order.Side == OrderSide.Sell == held > 0 ? Math.Min(order.Quantity, Math.Abs(Account.Quantity(order.Book))) : 0;
    }

    /// <summary>Whether an order leaves nothing of the position.</summary>
    public bool Closes(Order order) =>
        Account.Quantity(order.Book) == (order.Side == OrderSide.Buy ? -order.Quantity : order.Quantity);
}
