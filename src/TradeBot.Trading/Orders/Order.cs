using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>An order, from submission to its final state.</summary>
public sealed class Order
{
    private readonly long _createdAt;
    private readonly byte _side, _type, _asked, _timeInForce, _exit;
    private readonly sbyte _part = -1;
    private OrderTerms? _terms;

    /// <summary>The limit of a limit order, the level of a stop or take-profit order; other prices are among the terms.</summary>
    private double _price;

    /// <summary>The other order of its pair, or the first of the pair that waits for it; no order has both.</summary>
    private Order? _linked;
    private bool _isParent;
    private long _endedAt = long.MinValue;
    private byte _state;

    /// <param name="id">Counts the orders of the run from 1.</param>
    /// <param name="book">Position of the symbol in the run.</param>
    /// <param name="symbol">The exchange's name.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="type">When and at what price it trades.</param>
    /// <param name="quantity">Positive.</param>
    /// <param name="createdAt">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="price">The limit of a limit order, the level of a stop or take-profit order; NaN for others.</param>
    /// <param name="terms">Further properties; null for most orders, to save memory.</param>
    internal Order(long id, int book, string symbol, OrderSide side, OrderType type, decimal quantity, long createdAt, double price = double.NaN, OrderTerms? terms = null)
    {
        (Id, Book, Symbol, Quantity, Remaining, _side, _type) = (id, book, symbol, quantity, quantity, (byte)side, (byte)type);
        (_createdAt, _price, _terms) = (createdAt, price, terms);
        AvailableAt = createdAt;
    }

    /// <summary>Counts the orders of a run from 1.</summary>
    public long Id { get; }

    /// <summary>The exchange's name of the instrument.</summary>
    public string Symbol { get; }

    /// <summary>Buy or sell.</summary>
    public OrderSide Side => (OrderSide)_side;

    /// <summary>When and at what price it trades.</summary>
    public OrderType Type => (OrderType)_type;

    /// <summary>In base currency, on the lot grid; positive.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>The quantity that has not filled.</summary>
    public decimal Remaining { get; private set; }

    /// <summary>Its state.</summary>
    public OrderState State => (OrderState)_state;

    /// <summary>Why it was refused or ended unfilled, as a sentence; null while it works or when it filled.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was submitted, UTC.</summary>
    public DateTime CreatedAt => UnixTime.ToDateTime(_createdAt);

    /// <summary>When it ended, UTC; null while it works.</summary>
    public DateTime? EndedAt => _endedAt == long.MinValue ? null : UnixTime.ToDateTime(_endedAt);

    /// <summary>Worst price of a limit or stop-limit order; NaN for others.</summary>
    public double LimitPrice
    {
        get => Type == OrderType.Limit ? _price : _terms is null ? double.NaN : _terms.LimitPrice;
        internal set
        {
            if (Type == OrderType.Limit)
                _price = value;
            else
                Terms.LimitPrice = value;
        }
    }

    /// <summary>Price at which a stop, stop-limit or take-profit order becomes active; NaN for others.</summary>
    public double StopPrice
    {
        get => HasOneLevel ? _price : _terms is null ? double.NaN : _terms.StopPrice;
        internal set
        {
            if (HasOneLevel)
                _price = value;
            else
                Terms.StopPrice = value;
        }
    }

    /// <summary>The distance of a trailing stop from the best price; the default value for other orders.</summary>
    public Trail Trail => _terms?.Trail ?? default;

    /// <summary>How long it stays active.</summary>
    public TimeInForce TimeInForce { get => (TimeInForce)_timeInForce; internal init => _timeInForce = (byte)value; }

    /// <summary>Whether it is refused if it would trade at once.</summary>
    public bool PostOnly { get; internal init; }

    /// <summary>Whether it can only make the position smaller.</summary>
    public bool ReduceOnly { get; internal init; }

    /// <summary>Which protective level of a strategy it is.</summary>
    public ProtectiveExit Exit { get => (ProtectiveExit)_exit; internal init => _exit = (byte)value; }

    /// <summary>The reason, where it makes a position smaller.</summary>
    internal ExitReason ExitReason
    {
        get => Exit switch
        {
            ProtectiveExit.Stop => ExitReason.Stop,
            ProtectiveExit.TakeProfit => ExitReason.Target,
            ProtectiveExit.TrailingStop => ExitReason.Trailing,
            ProtectiveExit.Liquidation => ExitReason.Liquidation,
            _ => Type switch
            {
                OrderType.Stop or OrderType.StopLimit => ExitReason.Stop,
                OrderType.TakeProfit => ExitReason.Target,
                OrderType.TrailingStop => ExitReason.Trailing,
                _ => (ExitReason)_asked,
            },
        };
        init => _asked = (byte)value;
    }

    /// <summary>Which of the partial targets of a position it is; −1 for none.</summary>
    internal int Part { get => _part; init => _part = (sbyte)value; }

    internal int Book { get; }

    internal long GoodTill => _terms is null ? long.MaxValue : _terms.GoodTill;

    /// <summary>No candle that opens earlier can fill it.</summary>
    internal long AvailableAt { get; set; }

    /// <summary>Best price since a trailing stop began to work.</summary>
    internal double Best
    {
        get => _terms is null ? double.NaN : _terms.Best;
        set => Terms.Best = value;
    }

    /// <summary>Whether it has passed an open, so that its limit rests in the book.</summary>
    internal bool Rests { get; set; }

    /// <summary>The other order of a one-cancels-other pair.</summary>
    internal Order? Sibling
    {
        get => _isParent ? null : _linked;
        set => (_linked, _isParent) = (value, false);
    }

    /// <summary>The first of a pair of orders that become active when this one has filled.</summary>
    internal Order? Child
    {
        get => _isParent ? _linked : null;
        set => (_linked, _isParent) = (value, true);
    }

    internal bool IsExit => ReduceOnly;

    private OrderTerms Terms => _terms ??= new OrderTerms();

    private bool HasOneLevel => Type is OrderType.Stop or OrderType.TakeProfit;

    /// <summary>Whether it waits for the price to rise to its level, rather than fall.</summary>
    internal bool WaitsAbove => Type switch
    {
        OrderType.Limit or OrderType.TakeProfit => Side == OrderSide.Sell,
        OrderType.StopLimit when State != OrderState.Working => Side == OrderSide.Sell,
        _ => Side == OrderSide.Buy,
    };

    /// <summary>The price at which it triggers or fills.</summary>
    internal double Level => Type switch
    {
        OrderType.Limit or OrderType.Stop or OrderType.TakeProfit => _price,
        OrderType.StopLimit => State == OrderState.Working ? StopPrice : LimitPrice,
        OrderType.TrailingStop => Terms.Trail.Behind(Best, Side),
        _ => StopPrice,
    };

    internal void Amend(decimal quantity)
    {
        Remaining += quantity - Quantity;
        Quantity = quantity;
    }

    internal void Fill(decimal quantity, long time)
    {
        Remaining = quantity <= Remaining ? Remaining - quantity : 0;
        if (!State.IsFinal())
            Move(Remaining == 0 ? OrderState.Filled : OrderState.PartiallyFilled, time);
    }

    internal void Move(OrderState to, long time, string? reason = null)
    {
        if (!to.MayFollow(State))
            throw new InvalidOperationException($"Order {Id} is {State} and cannot become {to}.");
        _state = (byte)to;
        Reason = reason;
        if (to.IsFinal())
            _endedAt = time;
    }

    /// <summary>Side, quantity and symbol, such as <c>buy 2 BTCUSDT</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{(Side == OrderSide.Buy ? "buy" : "sell")} {Quantity} {Symbol}");
}
