using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Fills orders on candles, charges funding and interest, and liquidates: a simulated exchange.</summary>
/// <remarks>
/// It shares the books with the engine, as an exchange knows the account that it keeps, and receives candles from the replay.
/// Rules: <see cref="CandleWalk"/> for the path of prices, <see cref="FillModel"/> for prices and cash, <see cref="FundingClock"/>
/// and <see cref="BorrowRate"/> for payments at fixed times, <see cref="Margin"/> for liquidation.
/// </remarks>
internal sealed class SimulatedVenue : IVenue
{
    /// <summary>The part of a candle's volume that the rounding of a quantity without a lot can leave, relative to the quantity.</summary>
    private const double RoundedOff = 1e-10;

    private readonly VenueTerms _terms;
    private readonly TradingBooks _books;
    private readonly FillModel _fills;
    private readonly CandleWalk _walk;
    private readonly Random _random;
    private readonly bool _paysInCash;

    /// <summary>Upper bound of a purchase's cost relative to its value, fee included and with a margin for estimation errors.</summary>
    private readonly double _mostPaid;
    private readonly List<(Order Order, VenueBook Book, double Open)> _postponed = [];
    private FundingClock? _funding;
    private BorrowClock? _borrow;
    private IVenueEvents _events = null!;
    private long _time;
    private bool _opens;

    public SimulatedVenue(TradingBooks books, VenueTerms terms)
    {
        (_books, _terms) = (books, terms);
        Symbols = [.. books.Symbols.Select(b => new VenueBook(b))];
        _fills = new FillModel(terms.Fees, terms.Slippage, terms.Margin.LiquidationFee);
        _random = new Random(terms.Latency.Seed);
        _paysInCash = books.Symbols.All(b => terms.Margin.LeverageFor(b.Instrument.Symbol) == 1);
        Margin = new MarginDesk(books, terms.Margin);
        _mostPaid = 1.001 + (double)terms.Fees.Tiers.Append(new FeeTier(0, terms.Fees.Maker, terms.Fees.Taker)).Max(t => Math.Max(t.Maker, t.Taker));
        _walk = new CandleWalk(this, books.Account, terms.Path, terms.Participation);
    }

    /// <summary>In the order of the books.</summary>
    public VenueBook[] Symbols { get; }

    public MarginDesk Margin { get; }

    public List<Liquidation> Liquidations { get; } = [];

    public IReadOnlyList<AmbiguousExit> Ambiguities => _walk.Ambiguities;

    public IReadOnlyList<FundingPayment> FundingPayments => _funding?.Payments ?? [];

    public IReadOnlyList<BorrowPayment> BorrowPayments => _borrow?.Payments ?? [];

    /// <summary>Whether payments can be due at an open.</summary>
    public bool MindsEachOpen => _funding is not null || _borrow is not null;

    /// <summary>Whether purchases wait until all symbols have opened.</summary>
    public bool HasPostponed => _postponed.Count > 0;

    public void Connect(IVenueEvents events)
    {
        _events = events;
        _funding = _terms.Funding.Count > 0 ? new FundingClock(_books, events, _terms.Funding) : null;
        _borrow = _terms.Borrow.Count > 0 ? new BorrowClock(_books, events, _terms.Borrow) : null;
    }

    public long ArrivalOf(long now) => now + _terms.Latency.Draw(_random);

    public void Submit(ApprovedOrder order) => _events.Accepted(order.Order);

    public void Amend(ApprovedOrder order, bool reprices)
    {
        if (reprices)
            order.Order.Rests = false;
    }

    public void Cancel(Order order, string reason) => End(order, OrderState.Cancelled, reason, _time);

    public void End(Order order, OrderState state, string reason, long time) => _events.Ended(order, state, reason, time);

    /// <summary>Advances the time.</summary>
    /// <param name="time">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="opens">Whether a candle opens then, rather than closes.</param>
    public void MoveTo(long time, bool opens) => (_time, _opens) = (time, opens);

    /// <summary>Pays funding and interest that are due.</summary>
    public void PayDue(long time)
    {
        _funding?.Advance(time);
        _borrow?.Advance(time);
    }

    /// <summary>Whether a price within this range liquidates a position.</summary>
    public bool Liquidates(VenueBook book, double high, double low)
    {
        double level = Margin.LevelOf(book.Symbol);
        return _books.Account.Holdings[book.Index] > 0 ? low <= level : high >= level;
    }

    /// <summary>A candle opens: waiting orders whose price the open reaches are executed.</summary>
    public void Open(VenueBook book, double open, double high, double low, long time)
    {
        book.Range = (high, low);
        if (book.IsAtRest && !book.IsTouchedBy(open, open) && !Margin.MayBreak)
            _walk.PassOpen(book, time);
        else
            _walk.Open(book, open, time);
    }

    /// <summary>A candle closes: orders whose price it reached are executed.</summary>
    public void Inside(VenueBook book, in Candle candle, long time)
    {
        if (!(_books.Working[book.Index] > 0 && book.IsTouchedBy(candle.High, candle.Low)) && !(Margin.MayBreak && Liquidates(book, candle.High, candle.Low)))
            return;
        book.Range = (candle.High, candle.Low);
        _walk.Inside(book, candle.Open, candle.High, candle.Low, candle.Close, time);
    }

    /// <summary>Executes an order at its price, as far as limits allow.</summary>
    public void Meet(Order order, VenueBook book, double price, long time) => Meet(order, book, price, time, mayPostpone: true);

    private void Meet(Order order, VenueBook book, double price, long time, bool mayPostpone)
    {
        if (order.PostOnly && !order.Rests)
        {
            End(order, OrderState.Refused, "It would have traded at once, and was to rest only.", time);
            return;
        }

        if (order.Type == OrderType.StopLimit && order.State == OrderState.Working && !Trigger(order, price, time))
            return;

        decimal quantity = order.Remaining;
        if (order.ReduceOnly)
        {
            decimal held = _books.Account.Quantity(book.Index);
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
                order.AvailableAt = _time + 1;
                if (mayPostpone && _opens)
                    _postponed.Add((order, book, price));
                if ((mayPostpone && _opens) || payable == 0)
                    return;
            }
            else if (!Cut(order, payable, tradable, time))
            {
                return;
            }

            quantity = payable;
            if (_terms.Slippage.GrowsWithQuantity)
                tradable = _fills.PriceOf(order, book, quantity, price);
        }

        var fill = default(FillEntry);
        decimal paid = _fills.Fill(order, book, quantity, tradable, price, time, ref fill);
        Settle(order, book, ref fill, paid);
    }

    private void Settle(Order order, VenueBook book, ref FillEntry fill, decimal paid)
    {
        fill.IsInside = !_opens && (order.Type != OrderType.Market || order.Exit != ProtectiveExit.None);
        if (!double.IsPositiveInfinity(_terms.Participation))
            book.Capacity = book.Capacity - (double)fill.Quantity is var left && left > RoundedOff * (double)fill.Quantity ? left : 0;
        double price = Opens(order, book, fill.Quantity)
            ? FillEntry.EstimateOf(book.Instrument, fill.Shown, fill.Met, book.Range.High, book.Range.Low)
            : double.NaN;
        _events.Filled(order, ref fill, paid, price);
    }

    /// <summary>Whether a quantity of an order opens a position, or one on the other side.</summary>
    private bool Opens(Order order, VenueBook book, decimal quantity)
    {
        double held = _books.Account.Holdings[book.Index];
        return held == 0 || (held > 0 == (order.Side == OrderSide.Sell) && quantity > Math.Abs(_books.Account.Quantity(book.Index)));
    }

    /// <summary>
    /// Purchases that met their open before the sales of other symbols that pay for them: they trade at that open, once
    /// all symbols have opened. What sales pay for that are still to come waits for a later open.
    /// </summary>
    public void FillPostponed()
    {
        (Order, VenueBook, double)[] postponed = [.. _postponed];
        _postponed.Clear();
        foreach ((Order order, VenueBook book, double price) in postponed)
        {
            if (!order.State.IsFinal())
                Meet(order, book, price, _time, mayPostpone: false);
        }
    }

    /// <summary>Liquidates a position, or a step of it.</summary>
    public void Liquidate(VenueBook book, double price, long time)
    {
        for (int i = book.Orders.Count - 1; i >= 0; i--)
            End(book.Orders[i], OrderState.Cancelled, "Cancelled: the position was liquidated.", time);

        _books.Marks[book.Index] = price;
        (double equity, double maintenance) = Margin.StandingOf(book.Symbol);
        decimal quantity = Margin.StepOf(book.Symbol), closed = _books.Account.Quantity(book.Index) > 0 ? quantity : -quantity;
        Order order = _events.Liquidating(book.Instrument.Symbol, quantity);
        var fill = default(FillEntry);
        (decimal paid, decimal fee) = _fills.Liquidate(order, book, price, time, ref fill);
        Liquidations.Add(new Liquidation(UnixTime.ToDateTime(time), order.Symbol, closed, fill.Shown, fee, equity, maintenance, order.Id));
        Settle(order, book, ref fill, paid);
    }

    /// <summary>Turns a stop-limit order into a limit order; whether that trades at once.</summary>
    private bool Trigger(Order order, double price, long time)
    {
        _events.Triggered(order, time);
        bool marketable = order.Side == OrderSide.Buy ? price <= order.LimitPrice : price >= order.LimitPrice;
        order.Rests = !marketable;
        return marketable;
    }

    /// <summary>The part of a fill that cash pays for; closing a position is always paid for.</summary>
    private decimal Payable(Order order, VenueBook book, decimal quantity, decimal price, long time)
    {
        Instrument instrument = book.Instrument;
        if (order.Side == OrderSide.Buy == instrument.IsInverse)
            return quantity;
        if ((double)quantity * instrument.UnitValue((double)price) * _mostPaid < _books.Account.CashEstimate)
            return quantity;
        decimal closes = _books.Closing(order);
        return closes >= quantity ? quantity : Math.Max(closes, CashLimit.Cut(instrument, quantity, price, _fills.RateOf(order, time), _books.Account.Cash));
    }

    /// <summary>Whether a pending market order to sell another symbol will still add cash.</summary>
    private bool IsCashComing(VenueBook book)
    {
        foreach (VenueBook other in Symbols)
        {
            if (other != book && other.Orders.Exists(o => o.Type == OrderType.Market && o.Side == OrderSide.Sell))
                return true;
        }

        return false;
    }

    /// <summary>Reduces an order to what cash pays for.</summary>
    /// <returns>Whether something is left to fill.</returns>
    private bool Cut(Order order, decimal payable, decimal price, long time)
    {
        if (payable == 0 || order.TimeInForce == TimeInForce.FillOrKill)
        {
            End(order, order.Remaining == order.Quantity ? OrderState.Refused : OrderState.Cancelled, Reason(), time);
            return false;
        }

        _events.Cut(order, order.Quantity - order.Remaining + payable, _events.NotesCuts ? Reason() : null, time);
        return true;

        string Reason() => FormattableString.Invariant($"cash of {_books.Account.Cash:0.########} does not pay for it at {price}.");
    }

    /// <summary>The quantity of an order that the candle's volume allows.</summary>
    private decimal Limited(Order order, VenueBook book, decimal quantity, long time)
    {
        if (double.IsPositiveInfinity(_terms.Participation) || book.Capacity >= (double)quantity)
            return quantity;
        if (order.TimeInForce == TimeInForce.FillOrKill)
        {
            End(order, OrderState.Cancelled, "Cancelled: it could not fill whole at once.", time);
            return 0;
        }

        decimal part = book.Instrument.FloorQuantity(Math.Max(0, book.Capacity));
        if (part == 0)
            book.Capacity = 0;
        return part;
    }
}

/// <summary>The conditions under which a simulated venue fills; each is explained at the property of <see cref="BacktestOptions"/> with the same name.</summary>
internal sealed record VenueTerms(
    FeeSchedule Fees, Slippage Slippage, IntrabarPath Path, Latency Latency, double Participation, Margin Margin,
    IReadOnlyDictionary<string, IReadOnlyList<FundingRate>> Funding, IReadOnlyDictionary<string, BorrowRate> Borrow);
