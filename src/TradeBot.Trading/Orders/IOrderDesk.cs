namespace TradeBot.Trading;

/// <summary>Gives an order algorithm its account, and takes its orders.</summary>
public interface IOrderDesk
{
    /// <summary>Cash, in quote currency.</summary>
    decimal Cash { get; }

    /// <summary>Cash and position value at the last closes, in quote currency.</summary>
    double Equity { get; }

    /// <summary>Signed quantity held.</summary>
    /// <exception cref="ArgumentException">The symbol is not part of the run.</exception>
    decimal Position(string symbol);

    /// <summary>The orders of a symbol that can still fill, oldest first.</summary>
    /// <exception cref="ArgumentException">The symbol is not part of the run.</exception>
    IReadOnlyList<Order> Working(string symbol);

    /// <summary>Submits an order. The returned order may be refused: its reason says why.</summary>
    /// <exception cref="ArgumentException">The request contradicts itself, or names an unknown symbol.</exception>
    Order Submit(OrderRequest request);

    /// <summary>Submits two orders of one symbol, the fill of one cancels the other.</summary>
    /// <exception cref="ArgumentException">A request contradicts itself, or the symbols differ.</exception>
    (Order First, Order Second) SubmitOneCancelsOther(OrderRequest first, OrderRequest second);

    /// <summary>Submits an entry and two exits that become active when it has filled completely, each cancelling the other.</summary>
    /// <exception cref="ArgumentException">A request contradicts itself, or the symbols differ.</exception>
    (Order Entry, Order Stop, Order Target) SubmitBracket(OrderRequest entry, OrderRequest stop, OrderRequest target);

    /// <summary>Changes the values that are not null. False when the order has ended or the change is refused.</summary>
    bool Amend(Order order, decimal? quantity = null, decimal? limitPrice = null, decimal? stopPrice = null);

    /// <summary>Cancels an order. False when it has ended.</summary>
    bool Cancel(Order order);
}
