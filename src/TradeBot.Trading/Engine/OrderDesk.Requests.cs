using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <content>The requests of an order algorithm.</content>
internal sealed partial class OrderDesk
{
    public Order Submit(OrderRequest request)
    {
        Order order = Make(request, Checked(request));
        AcceptRequest(order);
        return order;
    }

    public (Order First, Order Second) SubmitOneCancelsOther(OrderRequest first, OrderRequest second)
    {
        SymbolBook book = Checked(first);
        RequireSame(book, Checked(second));
        Order one = Make(first, book), other = Make(second, book);
        (one.Sibling, other.Sibling) = (other, one);
        AcceptRequest(one);
        AcceptRequest(other);
        CancelIfRefused(one, other);
        CancelIfRefused(other, one);
        return (one, other);
    }

    public (Order Entry, Order Stop, Order Target) SubmitBracket(OrderRequest entry, OrderRequest stop, OrderRequest target)
    {
        SymbolBook book = Checked(entry);
        RequireSame(book, Checked(stop));
        RequireSame(book, Checked(target));
        Order main = Make(entry, book);
        Order first = Make(stop, book, isExit: true), second = Make(target, book, isExit: true);
        (first.Sibling, second.Sibling) = (second, first);
        main.Child = first;
        AcceptRequest(main);
        Books.Orders.Add(first);
        Books.Orders.Add(second);
        if (main.State == OrderState.Refused)
        {
            first.Move(OrderState.Cancelled, Time, "Cancelled: its entry was refused.");
            second.Move(OrderState.Cancelled, Time, "Cancelled: its entry was refused.");
        }

        return (main, first, second);
    }

    public bool Amend(Order order, decimal? quantity = null, decimal? limitPrice = null, decimal? stopPrice = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        decimal filled = order.Quantity - order.Remaining;
        if (order.State.IsFinal() || quantity <= filled || limitPrice <= 0 || stopPrice <= 0)
            return false;
        if (Gate.JudgeChange(order, quantity, out ApprovedOrder approved) is { } reason)
        {
            Refuse(Time, order.Symbol, FormattableString.Invariant($"To make {order} one of {quantity}: {reason}"));
            return false;
        }

        if (quantity is { } wanted)
            order.Amend(wanted);
        if (limitPrice is { } limit)
            order.LimitPrice = (double)limit;
        if (stopPrice is { } stop)
            order.StopPrice = (double)stop;
        order.AvailableAt = Math.Max(order.AvailableAt, Now);
        Books.Symbols[order.Book].Changed();
        _venue.Amend(approved, reprices: limitPrice is not null);
        return true;
    }

    public bool Cancel(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.State.IsFinal())
            return false;
        Cancel(order, "Cancelled: as asked.");
        return true;
    }

    private void AcceptRequest(Order order)
    {
        if (OffGrid(order, Books.Symbols[order.Book].Instrument) is { } reason)
            RefuseOutright(order, reason);
        else
            Accept(order);
    }

    private static string? OffGrid(Order order, Instrument instrument)
    {
        if (instrument.HasLot && order.Quantity % instrument.LotSize != 0)
            return FormattableString.Invariant($"the quantity must be a multiple of {instrument.LotSize}.");
        foreach (double price in (ReadOnlySpan<double>)[order.LimitPrice, order.StopPrice])
        {
            if (instrument.HasTick && !double.IsNaN(price) && (decimal)price % instrument.TickSize != 0)
                return FormattableString.Invariant($"prices must be multiples of {instrument.TickSize}, got {price}.");
        }

        return null;
    }

    private void CancelIfRefused(Order order, Order sibling)
    {
        if (order.State == OrderState.Refused && !sibling.State.IsFinal())
            Cancel(sibling, "Cancelled: the other order of its pair was refused.");
    }

    private Order Make(OrderRequest request, SymbolBook book, bool isExit = false)
    {
        Trail trail = request.Trail.Unit == TrailUnit.AverageTrueRange && book.Atr > 0
            ? Trail.Distance(request.Trail.Value * book.Atr)
            : request.Trail;
        double price = request.Type switch
        {
            OrderType.Limit => (double)request.LimitPrice,
            OrderType.Stop or OrderType.TakeProfit => (double)request.StopPrice,
            _ => double.NaN,
        };
        bool hasTwoPrices = request.Type == OrderType.StopLimit, goodTillTime = request.TimeInForce == TimeInForce.GoodTillTime;
        OrderTerms? terms = !hasTwoPrices && !goodTillTime && trail.Value == 0 ? null : new OrderTerms
        {
            LimitPrice = hasTwoPrices ? (double)request.LimitPrice : double.NaN,
            StopPrice = hasTwoPrices ? (double)request.StopPrice : double.NaN,
            Trail = trail,
            GoodTill = goodTillTime ? UnixTime.FromDateTime(request.GoodTill) : long.MaxValue,
        };
        return new Order(++_lastId, book.Index, request.Symbol, request.Side, request.Type, request.Quantity, Time, price, terms)
        {
            TimeInForce = request.TimeInForce,
            PostOnly = request.PostOnly,
            ReduceOnly = request.ReduceOnly || isExit,
            AvailableAt = _venue.ArrivalOf(Now),
        };
    }

    private SymbolBook Checked(OrderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        SymbolBook book = Books.BookOf(request.Symbol);
        string? fault = request switch
        {
            { Quantity: <= 0 } => FormattableString.Invariant($"the quantity must be positive, got {request.Quantity}"),
            { Type: OrderType.Limit or OrderType.StopLimit, LimitPrice: <= 0 } => "a limit order needs a positive LimitPrice",
            { Type: OrderType.Stop or OrderType.StopLimit or OrderType.TakeProfit, StopPrice: <= 0 } => "a stop or take-profit order needs a positive StopPrice",
            { Type: OrderType.TrailingStop, Trail.Value: 0 } => "a trailing stop needs a Trail",
            { Trail.Unit: TrailUnit.AverageTrueRange } when !(book.Atr > 0) => "the average true range is known only after 15 candles",
            { PostOnly: true, Type: not OrderType.Limit } => "only a limit order can be post-only",
            { PostOnly: true, TimeInForce: TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill } => "post-only contradicts filling at once",
            { TimeInForce: TimeInForce.GoodTillTime } when request.GoodTill == default => "a good-till-time order needs GoodTill",
            _ => null,
        };
        return fault is null ? book : throw new ArgumentException($"{request.Symbol}: {fault}.", nameof(request));
    }

    private static void RequireSame(SymbolBook book, SymbolBook other)
    {
        if (book != other)
            throw new ArgumentException($"Linked orders must be of one symbol, got {book.Instrument.Symbol} and {other.Instrument.Symbol}.");
    }
}
