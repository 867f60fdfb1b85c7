using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Watches what the account owes: the margin that orders need, and where positions are liquidated.</summary>
/// <remarks>The rules are the table of <see cref="Margin"/>.</remarks>
internal sealed class MarginDesk
{
    // Rounding to lots and ticks moves margin by far less; a real want of it by far more.
    private const double Tolerance = 1e-9;

    private readonly OrderDesk _desk;
    private readonly MarginTable[] _tables;
    private double _level = double.NaN;
    private long _version = -1;

    public MarginDesk(OrderDesk desk, Margin margin)
    {
        _desk = desk;
        _tables = [.. desk.Books.Select(b => new MarginTable(margin, b.Instrument.Symbol))];
    }

    /// <summary>Why there is not enough margin for so much of an order; null when there is.</summary>
    /// <param name="order">The order.</param>
    /// <param name="book">Of its symbol.</param>
    /// <param name="quantity">What would be left to fill.</param>
    /// <param name="gross">Sum of the absolute values of all positions at their worst; 0 when the order only reduces.</param>
    public string? Judge(Order order, SymbolBook book, decimal quantity, double gross)
    {
        // A leverage is at least 1, so what equity pays for in full has its margin.
        double equity = _desk.Equity;
        if (gross <= equity || gross == 0)
            return null;

        double needed = 0;
        foreach (SymbolBook other in _desk.Books)
        {
            PositionBounds bounds = other == book
                ? PositionBounds.Of(_desk.Account.Quantity(book.Index), book.Orders, order, quantity)
                : PositionBounds.Of(_desk.Account.Quantity(other.Index), other.Orders);
            needed += Initial(other, bounds);
        }

        return needed <= equity * (1 + Tolerance)
            ? null
            : FormattableString.Invariant(
                $"Initial margin would be {needed:0.########} at a leverage of {_tables[book.Index].Leverage:0.##}; equity is {equity:0.########}.");
    }

    /// <summary>Maintenance margin of all positions.</summary>
    public double Maintenance(int except = -1)
    {
        double sum = 0;
        for (int i = 0; i < _tables.Length; i++)
        {
            if (i != except && _desk.Account.Holdings[i] != 0)
                sum += _tables[i].Maintenance(_desk.Account.Value(i, _desk.Marks[i]));
        }

        return sum;
    }

    /// <summary>The price of a symbol at which its position is liquidated; NaN when no price does that.</summary>
    /// <remarks>A long is liquidated at or below it, a short at or above it.</remarks>
    public double LevelOf(SymbolBook book)
    {
        Account account = _desk.Account;
        if (!account.Owes || account.Holdings[book.Index] == 0)
            return double.NaN;

        // With one symbol it moves only with the ledger; with several, each other price moves it.
        if (_tables.Length > 1)
            return Find(book);
        if (_version != account.Version)
            (_level, _version) = (Find(book), account.Version);
        return _level;
    }

    private double Find(SymbolBook book)
    {
        Account account = _desk.Account;
        int symbol = book.Index;
        double rest = account.EquityWithout(symbol, _desk.Marks) - Maintenance(except: symbol);
        return account.PriceAt(symbol, _tables[symbol].Breaks(rest, account.SignOf(symbol)));
    }

    private double Initial(SymbolBook book, PositionBounds bounds) => bounds is { Highest: 0, Lowest: 0 }
        ? 0
        : _tables[book.Index].Initial(Math.Abs(bounds.Worst) * book.Instrument.UnitValue(_desk.Marks[book.Index]));
}
