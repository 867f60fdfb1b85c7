using System.Globalization;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Takes orders, judges them, fills them and settles the fills.</summary>
internal sealed partial class OrderDesk : IOrderDesk
{
    private readonly BacktestOptions _options;
    private readonly FillModel _fills;
    private readonly Random _random;
    private readonly bool _paysInCash;
    private readonly List<(Order Order, SymbolBook Book, double Open)> _postponed = [];
    private readonly Dictionary<string, SymbolBook> _bookOf;
    private long _lastId;

    public OrderDesk(IReadOnlyList<string> symbols, BacktestOptions options)
    {
        _options = options;
        _fills = new FillModel(options.Fees, options.Slippage, options.Margin.LiquidationFee);
        _random = new Random(options.Latency.Seed);
        Books = [.. symbols.Select((s, i) => new SymbolBook(options.InstrumentOf(s), i))];
        _bookOf = Books.ToDictionary(b => b.Instrument.Symbol);
        Instrument[] instruments = [.. Books.Select(b => b.Instrument)];
        Fills = new FillLog(instruments);
        Trades = new TradeJournal(Fills, instruments);
        Account = new Account(options.Cash, instruments);
        Marks = new double[Books.Length];
        Margin = new MarginDesk(this, options.Margin);
        _paysInCash = symbols.All(s => options.Margin.LeverageFor(s) == 1);
        Risk = new RiskMonitor(options.Risk, this);
    }

    public SymbolBook[] Books { get; }

    /// <summary>Last prices, in the order of the books.</summary>
    public double[] Marks { get; }

    public Account Account { get; }

    public MarginDesk Margin { get; }

    public RiskMonitor Risk { get; }

    public FillLog Fills { get; }

    public List<Liquidation> Liquidations { get; } = [];

    public List<Order> Orders { get; } = [];

    /// <summary>Round trips by exit.</summary>
    public TradeJournal Trades { get; }

    public List<OrderRefusal> Refusals { get; } = [];

    /// <summary>Told of each fill.</summary>
    public IDecisionMaker? Listener { get; set; }

    /// <summary>When the event that is handled happened.</summary>
    public long Time { get; private set; }

    /// <summary>The earliest open at which an order given now can fill.</summary>
    public long Now { get; private set; }

    public decimal Cash => Account.Cash;

    public double Equity => Account.Equity(Marks);

    public decimal Position(string symbol) => Account.Quantity(BookOf(symbol).Index);

    public IReadOnlyList<Order> Working(string symbol) => BookOf(symbol).Orders;

    /// <summary>What is submitted while a candle opens waits for the next open.</summary>
    public void MoveTo(long time, bool opens = false) => (Time, Now) = (time, opens ? time + 1 : time);

    /// <summary>Symbols of which something can have left a target without its position: an order that ended unfilled, a position that became flat.</summary>
    public List<SymbolBook> Surprised { get; } = [];

    /// <summary>A market order for a change of position, on behalf of a target: where a limit does not allow all of it, so much as fits.</summary>
    /// <param name="book">Of the symbol.</param>
    /// <param name="change">Signed quantity; not 0.</param>
    /// <param name="time">Of the decision.</param>
    /// <param name="exit">Why a position that becomes smaller is left.</param>
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
    /// <param name="counted">In: the words with which the same was refused before, null when it was not. Out: those of this refusal.</param>
    /// <param name="exit">Why a position that becomes smaller is left.</param>
    public string? SubmitMarket(SymbolBook book, decimal change, long time, ref string? counted, ExitReason exit = ExitReason.Signal)
    {
        Order order = Make(book, change > 0 ? OrderSide.Buy : OrderSide.Sell, OrderType.Market, Math.Abs(change), time, exit);
        if (Judge(order, book) is not { } reason)
        {
            Add(order, book);
            return null;
        }

        string refusal = $"To {order}: {reason}";
        if (Fitting(order, book) is > 0 and decimal part)
        {
            Refuse(time, order.Symbol, FormattableString.Invariant($"{refusal} It is cut to {part.ToString(Digits, CultureInfo.InvariantCulture)}."));
            order.Amend(part);
            Add(order, book);
            return null;
        }

        if (counted is null)
        {
            Orders.Add(order);
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
        Add(NewGuard(book, exit, exit == ProtectiveExit.Stop ? OrderType.Stop : OrderType.TakeProfit, level, default), book);

    /// <summary>A take-profit of a part of the position.</summary>
    /// <param name="book">Of its symbol.</param>
    /// <param name="part">Which of the partial targets it is.</param>
    /// <param name="level">Its price.</param>
    /// <param name="quantity">How much it closes; positive.</param>
    public void AddPartialGuard(SymbolBook book, int part, double level, decimal quantity)
    {
        Order order = NewGuard(book, ProtectiveExit.TakeProfit, OrderType.TakeProfit, level, default, part);
        order.Amend(quantity);
        Add(order, book);
    }

    /// <summary>The guards of a position close no more than is left of it.</summary>
    public void CutGuards(SymbolBook book)
    {
        decimal held = Math.Abs(Account.Quantity(book.Index));
        foreach (Order guard in book.Orders)
        {
            if (guard.Exit != ProtectiveExit.None && guard.Remaining > held)
                guard.Amend(guard.Quantity - guard.Remaining + held);
        }
    }

    public void AddTrailingGuard(SymbolBook book, ProtectiveLevel level)
    {
        Trail trail = level.Unit == LevelUnit.Fraction ? Trail.Fraction(level.Value) : Trail.Distance(level.Value);
        Order order = NewGuard(book, ProtectiveExit.TrailingStop, OrderType.TrailingStop, double.NaN, trail);
        order.Best = book.Best;
        Add(order, book);
    }

    /// <summary>An order has met a price: it trades as far as it may.</summary>
    public void Meet(Order order, SymbolBook book, double price, long time) => Meet(order, book, price, time, mayPostpone: true);

    private void Meet(Order order, SymbolBook book, double price, long time, bool mayPostpone)
    {
        if (order.PostOnly && !order.Rests)
        {
            End(order, OrderState.Refused, "It would have traded at once, and was to rest only.", time);
            return;
        }

        if (order.Type == OrderType.StopLimit && order.State == OrderState.Working && !Trigger(order, book, price, time))
            return;

        decimal quantity = order.Remaining;
        if (order.ReduceOnly)
        {
            decimal held = Account.Quantity(book.Index);
            quantity = order.Side == OrderSide.Sell == held > 0 ? Math.Min(quantity, Math.Abs(held)) : 0;
            if (quantity == 0)
            {
                End(order, OrderState.Cancelled, "Cancelled: no position is left that it could reduce.", time);
                return;
            }
        }

        quantity = Limited(order, book, quantity, time);
        if (quantity <= 0)
            return;
        decimal tradable = _fills.PriceOf(order, book, quantity, price);
        decimal payable = _paysInCash ? Payable(order, book, quantity, tradable, time) : quantity;
        if (payable != quantity)
        {
            if (IsCashComing(book) && order.Type == OrderType.Market)
            {
                order.AvailableAt = Time + 1;
                if (mayPostpone && Now > Time)
                    _postponed.Add((order, book, price));
                if ((mayPostpone && Now > Time) || payable == 0)
                    return;
            }
            else if (!Cut(order, payable, tradable, time))
            {
                return;
            }

            quantity = payable;
            if (_options.Slippage.GrowsWithQuantity)
                tradable = _fills.PriceOf(order, book, quantity, price);
        }

        ref FillEntry fill = ref Fills.Add();
        decimal paid = _fills.Fill(order, book, quantity, tradable, price, time, ref fill);
        Settle(order, book, ref fill, paid, time);
    }

    /// <summary>
    /// Purchases that met their open before the sales of other symbols that pay for them: they trade at that open, once
    /// all symbols have opened. What sales pay for that are still to come waits for a later open.
    /// </summary>
    public void FillPostponed()
    {
        if (_postponed.Count > 0)
            MeetPostponed();
    }

    private void MeetPostponed()
    {
        MoveTo(Time, opens: true);
        (Order, SymbolBook, double)[] postponed = [.. _postponed];
        _postponed.Clear();
        foreach ((Order order, SymbolBook book, double price) in postponed)
        {
            if (!order.State.IsFinal())
                Meet(order, book, price, Time, mayPostpone: false);
        }
    }

    /// <summary>The exchange closes a position for want of margin.</summary>
    public void Liquidate(SymbolBook book, double price, long time)
    {
        for (int i = book.Orders.Count - 1; i >= 0; i--)
            End(book.Orders[i], OrderState.Cancelled, "Cancelled: the position was liquidated.", time);

        Marks[book.Index] = price;
        (double equity, double maintenance) = Margin.StandingOf(book);
        decimal quantity = Margin.StepOf(book), closed = Account.Quantity(book.Index) > 0 ? quantity : -quantity;
        Order order = NewGuard(book, ProtectiveExit.Liquidation, OrderType.Market, double.NaN, default);
        order.Amend(quantity);
        Add(order, book);
        ref FillEntry fill = ref Fills.Add();
        (decimal paid, decimal fee) = _fills.Liquidate(order, book, price, time, ref fill);
        Liquidations.Add(new Liquidation(UnixTime.ToDateTime(time), order.Symbol, closed, fill.Shown, fee, equity, maintenance, order.Id));
        Settle(order, book, ref fill, paid, time);
    }

    public void End(Order order, OrderState state, string reason) => End(order, state, reason, Time);

    public void Refuse(long time, string symbol, string reason) =>
        Refusals.Add(new OrderRefusal(UnixTime.ToDateTime(time), symbol, reason));

    private void End(Order order, OrderState state, string reason, long time)
    {
        order.Move(state, time, reason);
        SymbolBook book = Books[order.Book];
        Surprise(book);
        book.Orders.Remove(order);
        book.Changed();
        if (state == OrderState.Refused || (state == OrderState.Expired && order.Exit == ProtectiveExit.None))
            Refuse(time, order.Symbol, $"To {order}: {reason}");
        for (Order? child = order.Child; child is { State: OrderState.New }; child = child.Sibling)
            child.Move(OrderState.Cancelled, time, "Cancelled: the entry that it was to guard did not fill.");
    }

    private void Surprise(SymbolBook book)
    {
        if (book.IsSurprised)
            return;
        book.IsSurprised = true;
        Surprised.Add(book);
    }

    private Order NewGuard(SymbolBook book, ProtectiveExit exit, OrderType type, double level, Trail trail, int part = -1)
    {
        decimal held = Account.Quantity(book.Index);
        var terms = new OrderTerms { StopPrice = level, Trail = trail };
        return new Order(++_lastId, book.Index, book.Instrument.Symbol, held > 0 ? OrderSide.Sell : OrderSide.Buy, type, Math.Abs(held), Time, terms)
        {
            ReduceOnly = true, Exit = exit, AvailableAt = long.MinValue, Part = part,
        };
    }

    private Order Make(SymbolBook book, OrderSide side, OrderType type, decimal quantity, long time, ExitReason reason) =>
        new(++_lastId, book.Index, book.Instrument.Symbol, side, type, quantity, time)
        {
            ExitReason = reason,
            AvailableAt = time + (_options.Latency.Max > TimeSpan.Zero ? _options.Latency.Draw(_random) : 0),
        };

    /// <summary>Judges an order; it then works, or is refused.</summary>
    private void Accept(Order order, SymbolBook book, long time)
    {
        if (Judge(order, book) is { } reason)
        {
            Orders.Add(order);
            order.Move(OrderState.Refused, time, reason);
            Refuse(time, order.Symbol, $"To {order}: {reason}");
            return;
        }

        Add(order, book);
    }

    private void Add(Order order, SymbolBook book)
    {
        Orders.Add(order);
        order.Move(OrderState.Working, Time);
        book.Orders.Add(order);
        book.Changed();
    }

    /// <summary>Makes a stop-limit order a limit order; whether that trades at once.</summary>
    private static bool Trigger(Order order, SymbolBook book, double price, long time)
    {
        order.Move(OrderState.Triggered, time);
        book.Changed();
        bool marketable = order.Side == OrderSide.Buy ? price <= order.LimitPrice : price >= order.LimitPrice;
        order.Rests = !marketable;
        return marketable;
    }

    /// <param name="order">What fills.</param>
    /// <param name="book">Of its symbol.</param>
    /// <param name="fill">What happened.</param>
    /// <param name="paid">What it takes from cash, fee apart.</param>
    /// <param name="time">When.</param>
    private void Settle(Order order, SymbolBook book, ref FillEntry fill, decimal paid, long time)
    {
        fill.IsInside = Now == Time && (order.Type != OrderType.Market || order.Exit != ProtectiveExit.None);
        double before = Account.Holdings[book.Index];
        (fill.Reason, fill.Reduces) = (order.ExitReason, before != 0 && before > 0 == (order.Side == OrderSide.Sell));
        if (!double.IsPositiveInfinity(_options.Participation))
            book.Capacity = book.Capacity - (double)fill.Quantity is var left && left > RoundedOff * (double)fill.Quantity ? left : 0;
        Account.Settle(book.Index, fill.SignedQuantity, paid + fill.Fee);
        double after = Account.Holdings[book.Index];
        if (after == 0)
            Surprise(book);
        if (before * after <= 0)
            book.Best = FillEntry.EstimateOf(book.Instrument, fill.Shown, fill.Met, book.Range.High, book.Range.Low);
        order.Fill(fill.Quantity, time);
        book.Changed();
        if (order.State == OrderState.Filled)
        {
            book.Orders.Remove(order);
            Activate(order, book);
        }

        if (order.Sibling is { State: OrderState.Working or OrderState.Triggered or OrderState.PartiallyFilled } sibling)
            Reduce(sibling, fill.Quantity, time);
        Listener?.OnFill(order);
    }

    /// <summary>The exits of a bracket begin to work.</summary>
    private void Activate(Order entry, SymbolBook book)
    {
        if (entry.Child is not { State: OrderState.New } first)
            return;
        foreach (Order exit in (ReadOnlySpan<Order>)[first, first.Sibling!])
        {
            exit.AvailableAt = long.MinValue;
            exit.Move(OrderState.Working, Time);
            book.Orders.Add(exit);
        }

        entry.Child = null;
    }

    private void Reduce(Order sibling, decimal filled, long time)
    {
        if (sibling.Remaining > filled)
            sibling.Amend(sibling.Quantity - filled);
        else
            End(sibling, OrderState.Cancelled, "Cancelled: the other order of its pair filled.", time);
    }

    private SymbolBook BookOf(string symbol) => _bookOf.TryGetValue(symbol, out SymbolBook? book)
        ? book
        : throw new ArgumentException($"'{symbol}' is not part of the run; it has {string.Join(", ", _bookOf.Keys)}.", nameof(symbol));
}
