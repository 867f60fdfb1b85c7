using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The checks that every order passes before it reaches a venue: the instrument's rules, the risk policy and the margin.</summary>
internal sealed class RiskGate(RiskPolicy policy, Margin margin, TradingBooks books, ITradingBrake? brake = null) : ApprovedOrder.Issuer
{
    /// <summary>The part of an order within a limit that is too small to be ordered.</summary>
    private const decimal NextToNothing = 1e-6m;

    private readonly MarginDesk _margin = new(books, margin);

    public RiskMonitor Monitor { get; } = new(policy, books, brake);

    /// <summary>Approves an order.</summary>
    /// <param name="order">Not yet among the working ones.</param>
    /// <param name="approved">The order, when it is approved.</param>
    /// <returns>Why it is refused; null when it is approved.</returns>
    public string? Judge(Order order, out ApprovedOrder approved)
    {
        approved = default;
        if (Against(order) is { } reason)
            return reason;
        approved = Approved(order);
        return null;
    }

    /// <summary>Approves another quantity of a working order.</summary>
    /// <param name="order">Works.</param>
    /// <param name="quantity">The new total quantity; null to keep it.</param>
    /// <param name="approved">The order, which the caller then changes.</param>
    public string? JudgeChange(Order order, decimal? quantity, out ApprovedOrder approved)
    {
        approved = default;
        if (quantity > order.Quantity && Afford(order, quantity.Value - (order.Quantity - order.Remaining)) is { } reason)
            return reason;
        approved = Approved(order);
        return null;
    }

    /// <summary>Approves an order that cannot make a position larger.</summary>
    /// <exception cref="ArgumentException">It could.</exception>
    public static ApprovedOrder Reduction(Order order) => order.ReduceOnly
        ? Approved(order)
        : throw new ArgumentException($"Order {order.Id} is not reduce-only.", nameof(order));

    /// <summary>Reduces a refused order to the part that the limits allow and approves it, if that does more than close the position.</summary>
    /// <param name="order">Refused as it is.</param>
    /// <param name="approved">The order, when something fits.</param>
    /// <returns>Whether something does.</returns>
    public bool Cut(Order order, out ApprovedOrder approved)
    {
        decimal part = Fitting(order);
        if (part > 0)
            order.Amend(part);
        approved = part > 0 ? Approved(order) : default;
        return part > 0;
    }

    private decimal Fitting(Order order)
    {
        SymbolBook book = books.Symbols[order.Book];
        Instrument instrument = book.Instrument;
        decimal closes = books.Closing(order), fits = closes, beyond = order.Quantity;
        while (instrument.FloorQuantity((double)((fits + beyond) / 2)) is var middle && middle > fits && middle < beyond)
        {
            if (Afford(order, middle) is null)
                fits = middle;
            else
                beyond = middle;
        }

        // A limit may be passed by a billionth; where there is no lot that would show as odd digits.
        if (!instrument.HasLot && fits > closes)
            fits -= fits % (100 * instrument.QuantityStep((double)fits));
        return fits - closes > NextToNothing * order.Quantity && fits >= instrument.MinQuantity && books.Notional(fits, book) >= book.MinNotional ? fits : 0;
    }

    private string? Against(Order order)
    {
        SymbolBook book = books.Symbols[order.Book];
        Instrument instrument = book.Instrument;
        if (!(books.Marks[book.Index] > 0))
            return "No price of it is known yet.";
        if (order.ReduceOnly)
            return null;
        if (order.Quantity < instrument.MinQuantity && !books.Closes(order))
            return FormattableString.Invariant($"the smallest quantity is {instrument.MinQuantity}, this is {order.Quantity}.");

        double notional = books.Notional(order.Quantity, book);
        if (notional < book.MinNotional && !books.Closes(order))
            return FormattableString.Invariant($"the smallest order value is {instrument.MinNotional}, this is {notional:0.##}.");

        return Afford(order, order.Quantity);
    }

    /// <summary>Why risk policy or margin do not allow a quantity of an order; null when they do.</summary>
    private string? Afford(Order order, decimal quantity)
    {
        SymbolBook book = books.Symbols[order.Book];
        return Monitor.Judge(order, book, quantity, out double gross).Reason ?? _margin.Judge(order, book, quantity, gross);
    }
}
