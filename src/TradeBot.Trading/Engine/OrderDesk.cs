using System.Globalization;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Creates orders, has them checked, sends them to a venue, and books their fills.</summary>
internal sealed partial class OrderDesk : IOrderDesk, IVenueEvents
{
    private const string Digits = "0.############################";

    private readonly IVenue _venue;
    private readonly HashSet<string> _executions = [];
    private long _lastId;

    /// <param name="books">Of the run.</param>
    /// <param name="gate">The check that every order must pass.</param>
    /// <param name="venue">Executes the orders.</param>
    public OrderDesk(TradingBooks books, RiskGate gate, IVenue venue)
    {
        (Books, Gate, _venue) = (books, gate, venue);
        venue.Connect(this);
    }

    public TradingBooks Books { get; }

    public RiskGate Gate { get; }

    /// <summary>Receives each fill.</summary>
    public IDecisionMaker? Listener { get; set; }

    /// <summary>The time of the current event.</summary>
    public long Time { get; private set; }

    /// <summary>The earliest open at which an order given now can fill.</summary>
    public long Now { get; private set; }

    public decimal Cash => Books.Account.Cash;

    public double Equity => Books.Equity;

    public decimal Position(string symbol) => Books.Account.Quantity(Books.BookOf(symbol).Index);

    public IReadOnlyList<Order> Working(string symbol) => Books.BookOf(symbol).Orders;

    /// <summary>What is submitted while a candle opens waits for the next open.</summary>
    public void MoveTo(long time, bool opens = false) => (Time, Now) = (time, opens ? time + 1 : time);

    /// <summary>Symbols whose target has to be compared with the position again, because an order ended unfilled or the position became flat.</summary>
    public List<SymbolBook> NeedReconciliation { get; } = [];

    /// <summary>A market order that moves a position towards its target; where a limit does not allow all of it, the part that fits.</summary>
    /// <param name="book">Of the symbol.</param>
    /// <param name="change">Signed quantity; not 0.</param>
    /// <param name="time">Of the decision.</param>
    /// <param name="exit">The reason, where the position becomes smaller.</param>
    /// <returns>Why it was refused; null when some of it works.</returns>
    public string? SubmitMarket(SymbolBook book, decimal change, long time, ExitReason exit = ExitReason.Signal)
    {
        string? counted = null;
        return SubmitMarket(book, change, time, ref counted, exit);
    }

    /// <inheritdoc cref="SubmitMarket(SymbolBook, decimal, long, ExitReason)"/>
    /// <param name="book">Of the symbol.</param>
    /// <param name="change">Signed quantity; not 0.</param>
    /// <param name="time">Of the decision.</param>
    /// <param name="counted">In: the text of the last refusal of the same target, null when there was none. Out: the text of this one.</param>
    /// <param name="exit">The reason, where the position becomes smaller.</param>
    public string? SubmitMarket(SymbolBook book, decimal change, long time, ref string? counted, ExitReason exit = ExitReason.Signal)
    {
        Order order = Make(book, change > 0 ? OrderSide.Buy : OrderSide.Sell, OrderType.Market, Math.Abs(change), time, exit);
        if (Gate.Judge(order, out ApprovedOrder approved) is not { } reason)
        {
            Send(approved);
            return null;
        }

        string refusal = $"To {order}: {reason}";
        if (Gate.Cut(order, out approved))
        {
            NoteCut(time, order, refusal, order.Quantity);
            Send(approved);
            return null;
        }

        if (counted is null)
        {
            Books.Orders.Add(order);
            order.Move(OrderState.Refused, time, reason);
        }
        else
        {
            _lastId--;
        }

        CountRefusal(time, order.Symbol, refusal, ref counted);
        return reason;
    }

    public void AddGuard(SymbolBook book, ProtectiveExit exit, double level) =>
        Send(RiskGate.Reduction(NewGuard(book, exit, exit == ProtectiveExit.Stop ? OrderType.Stop : OrderType.TakeProfit, level, default)));

    /// <summary>A take-profit order for a part of the position.</summary>
    /// <param name="book">Of its symbol.</param>
    /// <param name="part">Which of the partial targets it is.</param>
    /// <param name="level">Its price.</param>
    /// <param name="quantity">How much it closes; positive.</param>
    public void AddPartialGuard(SymbolBook book, int part, double level, decimal quantity)
    {
        Order order = NewGuard(book, ProtectiveExit.TakeProfit, OrderType.TakeProfit, level, default, part);
        order.Amend(quantity);
        Send(RiskGate.Reduction(order));
    }

    /// <summary>Limits the protective orders of a position to what is left of it.</summary>
    public void CutGuards(SymbolBook book)
    {
        decimal held = Math.Abs(Books.Account.Quantity(book.Index));
        foreach (Order guard in book.Orders)
        {
            if (guard.Exit != ProtectiveExit.None && guard.Remaining > held)
                Shrink(guard, guard.Quantity - guard.Remaining + held);
        }
    }

    public void AddTrailingGuard(SymbolBook book, ProtectiveLevel level)
    {
        Trail trail = level.Unit == LevelUnit.Fraction ? Trail.Fraction(level.Value) : Trail.Distance(level.Value);
        Order order = NewGuard(book, ProtectiveExit.TrailingStop, OrderType.TrailingStop, double.NaN, trail);
        order.Best = book.Best;
        Send(RiskGate.Reduction(order));
    }

    /// <summary>Asks the venue to end an order.</summary>
    public void Cancel(Order order, string reason) => _venue.Cancel(order, reason);

    public void Refuse(long time, string symbol, string reason) => Books.Refuse(time, symbol, reason);

    public void Accepted(Order order)
    {
        order.Move(OrderState.Working, Time);
        Books.Symbols[order.Book].Add(order);
    }

    public void Triggered(Order order, long time)
    {
        order.Move(OrderState.Triggered, time);
        Books.Symbols[order.Book].Changed();
    }

    public void Filled(Order order, ref FillEntry fill, decimal paid, double price, string? execution = null)
    {
        if (execution is not null && !_executions.Add(execution))
            return;
        SymbolBook book = Books.Symbols[order.Book];
        Account account = Books.Account;
        double before = account.Holdings[book.Index];
        ref FillEntry kept = ref Books.Fills.Add();
        kept = fill;
        (kept.Reason, kept.Reduces) = (order.ExitReason, before != 0 && before > 0 == (order.Side == OrderSide.Sell));
        account.Settle(book.Index, fill.SignedQuantity, paid + fill.Fee);
        double after = account.Holdings[book.Index];
        if (after == 0)
            Surprise(book);
        if (after != 0 && before * after <= 0)
            book.Best = price;
        order.Fill(fill.Quantity, fill.Time);
        book.Changed();
        if (order.Remaining == 0)
        {
            book.Remove(order);
            Activate(order);
        }

        if (order.Sibling is { State: OrderState.Working or OrderState.Triggered or OrderState.PartiallyFilled } sibling)
            Reduce(sibling, fill.Quantity);
        Listener?.OnFill(order);
    }

    public void Filled(Order order, in Execution execution)
    {
        if (string.IsNullOrEmpty(execution.Id) || execution.Quantity <= 0 || execution.Price <= 0)
            throw new ArgumentException($"An execution has an identity, and a positive quantity and price; got {execution}.", nameof(execution));
        var fill = new FillEntry
        {
            Quantity = execution.Quantity, Fee = execution.Fee, Paid = execution.Price, Shown = execution.Price, Met = (double)execution.Price,
            Time = execution.Time, Order = order.Id, Book = order.Book, Side = order.Side, Kind = execution.Kind, IsMaker = execution.IsMaker,
        };
        Instrument instrument = Books.Symbols[order.Book].Instrument;
        decimal value = instrument.ValueOf(execution.Quantity, execution.Price);
        Filled(order, ref fill, order.Side == OrderSide.Buy == instrument.IsInverse ? -value : value, (double)execution.Price, execution.Id);
    }

    // A target is a share of equity, whose quantity changes with the price; a stated quantity was reduced.
    public bool NotesCuts => Listener is { StatesQuantities: true };

    public void Cut(Order order, decimal quantity, string? reason, long time)
    {
        if (reason is not null)
            NoteCut(time, order, $"To {order}: {reason}", quantity);
        order.Amend(quantity);
    }

    public void Ended(Order order, OrderState state, string reason, long time)
    {
        if (order.State.IsFinal())
            return;
        order.Move(state, time, reason);
        SymbolBook book = Books.Symbols[order.Book];
        Surprise(book);
        book.Remove(order);
        if (state == OrderState.Refused || (state == OrderState.Expired && order.Exit == ProtectiveExit.None))
            Refuse(time, order.Symbol, $"To {order}: {reason}");
        for (Order? child = order.Child; child is { State: OrderState.New }; child = child.Sibling)
            child.Move(OrderState.Cancelled, time, "Cancelled: the entry that it was to guard did not fill.");
    }

    public Order Liquidating(string symbol, decimal quantity)
    {
        SymbolBook book = Books.BookOf(symbol);
        Order order = NewGuard(book, ProtectiveExit.Liquidation, OrderType.Market, double.NaN, default);
        order.Amend(quantity);
        Books.Orders.Add(order);
        Accepted(order);
        return order;
    }

    public void Charged(decimal amount) => Books.Account.Pay(amount);

    private void NoteCut(long time, Order order, string refusal, decimal quantity) =>
        Refuse(time, order.Symbol, FormattableString.Invariant($"{refusal} It is cut to {quantity.ToString(Digits, CultureInfo.InvariantCulture)}."));

    private void Surprise(SymbolBook book)
    {
        if (book.NeedsReconciliation)
            return;
        book.NeedsReconciliation = true;
        NeedReconciliation.Add(book);
    }

    private Order NewGuard(SymbolBook book, ProtectiveExit exit, OrderType type, double level, Trail trail, int part = -1)
    {
        decimal held = Books.Account.Quantity(book.Index);
        OrderTerms? terms = trail.Value == 0 ? null : new OrderTerms { Trail = trail };
        return new Order(++_lastId, book.Index, book.Instrument.Symbol, held > 0 ? OrderSide.Sell : OrderSide.Buy, type, Math.Abs(held), Time, level, terms)
        {
            ReduceOnly = true, Exit = exit, AvailableAt = long.MinValue, Part = part,
        };
    }

    private Order Make(SymbolBook book, OrderSide side, OrderType type, decimal quantity, long time, ExitReason reason) =>
        new(++_lastId, book.Index, book.Instrument.Symbol, side, type, quantity, time)
        {
            ExitReason = reason,
            AvailableAt = _venue.ArrivalOf(time),
        };

    /// <summary>Checks an order; it is then sent to the venue, or refused.</summary>
    private void Accept(Order order)
    {
        if (Gate.Judge(order, out ApprovedOrder approved) is { } reason)
            RefuseOutright(order, reason);
        else
            Send(approved);
    }

    private void RefuseOutright(Order order, string reason)
    {
        Books.Orders.Add(order);
        order.Move(OrderState.Refused, Time, reason);
        Refuse(Time, order.Symbol, $"To {order}: {reason}");
    }

    private void Send(ApprovedOrder approved)
    {
        Books.Orders.Add(approved.Order);
        _venue.Submit(approved);
    }

    /// <summary>The exits of a bracket begin to work.</summary>
    private void Activate(Order entry)
    {
        if (entry.Child is not { State: OrderState.New } first)
            return;
        foreach (Order exit in (ReadOnlySpan<Order>)[first, first.Sibling!])
        {
            exit.AvailableAt = long.MinValue;
            _venue.Submit(RiskGate.Reduction(exit));
        }

        entry.Child = null;
    }

    private void Reduce(Order sibling, decimal filled)
    {
        if (sibling.Remaining > filled)
            Shrink(sibling, sibling.Quantity - filled);
        else
            Cancel(sibling, "Cancelled: the other order of its pair filled.");
    }

    private void Shrink(Order order, decimal quantity)
    {
        _ = Gate.JudgeChange(order, quantity, out ApprovedOrder approved); // less is never refused
        order.Amend(quantity);
        _venue.Amend(approved, reprices: false);
    }
}
