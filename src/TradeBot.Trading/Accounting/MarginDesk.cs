using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Watches what the account owes: the margin that orders need, and where positions are liquidated.</summary>
/// <remarks>The rules are the table of <see cref="Margin"/>.</remarks>
internal sealed class MarginDesk
{
    // Rounding to lots and ticks moves margin by far less; a real lack of it by far more.
    private const double Tolerance = 1e-9;

    private readonly TradingBooks _books;
    private readonly MarginTable[] _tables;
    private readonly bool _isIsolated, _isStepwise;
    private readonly double[] _levels;
    private readonly long[] _versions;

    public MarginDesk(TradingBooks books, Margin margin)
    {
        _books = books;
        (_isIsolated, _isStepwise) = (margin.Mode == MarginMode.Isolated, margin.Stepwise);
        _levels = new double[books.Symbols.Length];
        _versions = [.. books.Symbols.Select(_ => -1L)];
        _tables = [.. books.Symbols.Select(b => new MarginTable(margin, b.Instrument.Symbol))];
    }

    /// <summary>Whether a move of prices could leave a position without margin.</summary>
    public bool MayBreak => _isIsolated ? !_books.Account.IsFlat : _books.Account.Owes;

    /// <summary>Why there is not enough margin for a quantity of an order; null when there is.</summary>
    /// <param name="order">The order.</param>
    /// <param name="book">Of its symbol.</param>
    /// <param name="quantity">What would be left to fill.</param>
    /// <param name="gross">Sum of the absolute values of all positions at their worst; 0 when the order only reduces.</param>
    public string? Judge(Order order, SymbolBook book, decimal quantity, double gross)
    {
        // A leverage is at least 1, so what equity pays for in full has its margin.
        double equity = _isIsolated ? _books.Equity - Unrealised() : _books.Equity;
        if (gross <= equity || gross == 0)
            return null;

        double needed = 0;
        foreach (SymbolBook other in _books.Symbols)
        {
            PositionBounds bounds = other == book
                ? PositionBounds.Of(_books.Account.Quantity(book.Index), book.Orders, order, quantity)
                : PositionBounds.Of(_books.Account.Quantity(other.Index), other.Orders);
            needed += Initial(other, bounds);
        }

        return needed <= equity * (1 + Tolerance)
            ? null
            : FormattableString.Invariant(
                $"Initial margin would be {needed:0.########} at a leverage of {_tables[book.Index].Leverage:0.##}; {(_isIsolated ? "the balance" : "equity")} is {equity:0.########}.");
    }

    /// <summary>Maintenance margin of all positions.</summary>
    public double Maintenance(int except = -1)
    {
        double sum = 0;
        for (int i = 0; i < _tables.Length; i++)
        {
            if (i != except && _books.Account.Holdings[i] != 0)
                sum += _tables[i].Maintenance(_books.Account.Value(i, _books.Marks[i]));
        }

        return sum;
    }

    /// <summary>The price of a symbol at which its position is liquidated; NaN when no price does that.</summary>
    /// <remarks>A long is liquidated at or below it, a short at or above it.</remarks>
    public double LevelOf(SymbolBook book)
    {
        Account account = _books.Account;
        int symbol = book.Index;
        if (!MayBreak || account.Holdings[symbol] == 0)
            return double.NaN;

        // With one symbol, or alone, it moves only with the ledger; otherwise each other price moves it.
        if (_tables.Length > 1 && !_isIsolated)
            return Find(book);
        if (_versions[symbol] != account.Version)
            (_levels[symbol], _versions[symbol]) = (Find(book), account.Version);
        return _levels[symbol];
    }

    /// <summary>The margin of a position at the last prices, and the maintenance margin that it must stay above.</summary>
    public (double Equity, double Maintenance) StandingOf(SymbolBook book)
    {
        if (!_isIsolated)
            return (_books.Equity, Maintenance());
        int symbol = book.Index;
        double value = _books.Account.Value(symbol, _books.Marks[symbol]);
        return (SetAside(book) + _books.Account.SignOf(symbol) * value, _tables[symbol].Maintenance(value));
    }

    /// <summary>How much of a position is liquidated at the last price; without sign.</summary>
    public decimal StepOf(SymbolBook book)
    {
        decimal held = Math.Abs(_books.Account.Quantity(book.Index));
        double value = _books.Account.Value(book.Index, _books.Marks[book.Index]), start = _isStepwise ? _tables[book.Index].BracketStart(value) : 0;
        if (start == 0)
            return held;

        // What is kept must be below the bracket, not at its lower end.
        double unit = value / (double)held;
        decimal kept = book.Instrument.FloorQuantity(start / unit);
        while (kept > 0 && (kept >= held || (double)kept * unit >= start))
            kept -= book.Instrument.QuantityStep((double)kept);
        return held - Math.Max(0, kept);
    }

    private double Find(SymbolBook book)
    {
        Account account = _books.Account;
        int symbol = book.Index;
        double rest = _isIsolated ? SetAside(book) : account.EquityWithout(symbol, _books.Marks) - Maintenance(except: symbol);
        return account.PriceAt(symbol, _tables[symbol].Breaks(rest, account.SignOf(symbol)));
    }

    /// <summary>A position's own margin, without what the position adds or owes: what would be left of it at a price of nothing.</summary>
    private double SetAside(SymbolBook book)
    {
        double entered = EnteredValue(book.Index);
        return _tables[book.Index].Initial(entered) - _books.Account.SignOf(book.Index) * entered;
    }

    /// <summary>Profit and loss of all positions since their entries.</summary>
    private double Unrealised()
    {
        double sum = 0;
        foreach (SymbolBook book in _books.Symbols)
        {
            if (_books.Account.Holdings[book.Index] == 0)
                continue;
            sum += _books.Account.SignOf(book.Index) * (_books.Account.Value(book.Index, _books.Marks[book.Index]) - EnteredValue(book.Index));
        }

        return sum;
    }

    /// <summary>What the position was worth at its entry price.</summary>
    private double EnteredValue(int symbol) => _books.Account.Value(symbol, (double)_books.Trades.EntryPrice(symbol));

    private double Initial(SymbolBook book, PositionBounds bounds) => bounds is { Highest: 0, Lowest: 0 }
        ? 0
        : _tables[book.Index].Initial(Math.Abs(bounds.Worst) * book.Instrument.UnitValue(_books.Marks[book.Index]));
}
