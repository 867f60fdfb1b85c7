using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>An order on its way from submission to its end.</summary>
public sealed class Order
{
    private readonly long _createdAt;
    private long _endedAt = long.MinValue;

    internal Order(long id, int book, string symbol, OrderSide side, OrderType type, decimal quantity, long createdAt)
    {
        (Id, Book, Symbol, Side, Type, Quantity, Remaining) = (id, book, symbol, side, type, quantity, quantity);
        _createdAt = createdAt;
        AvailableAt = createdAt;
    }

    /// <summary>Counts the orders of a run from 1.</summary>
    public long Id { get; }

    /// <summary>The exchange's name of the instrument.</summary>
    public string Symbol { get; }

    /// <summary>Buy or sell.</summary>
    public OrderSide Side { get; }

    /// <summary>When and at what price it trades.</summary>
    public OrderType Type { get; }

    /// <summary>In base currency, on the lot grid; positive.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>What has not filled.</summary>
    public decimal Remaining { get; private set; }

    /// <summary>Where it stands.</summary>
    public OrderState State { get; private set; }

    /// <summary>Why it was refused or ended unfilled, as a sentence; null while it works or when it filled.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was submitted, UTC.</summary>
    public DateTime CreatedAt => UnixTime.ToDateTime(_createdAt);

    /// <summary>When it ended, UTC; null while it works.</summary>
    public DateTime? EndedAt => _endedAt == long.MinValue ? null : UnixTime.ToDateTime(_endedAt);

    /// <summary>Worst price of a limit or stop-limit order; NaN for others.</summary>
    public double LimitPrice { get; internal set; } = double.NaN;

    /// <summary>Price at which a stop, stop-limit or take-profit order becomes active; NaN for others.</summary>
    public double StopPrice { get; internal set; } = double.NaN;

    /// <summary>How long it works.</summary>
    public TimeInForce TimeInForce { get; internal init; }

    /// <summary>Whether it is refused rather than trade at once.</summary>
    public bool PostOnly { get; internal init; }

    /// <summary>Whether it only ever makes the position smaller.</summary>
    public bool ReduceOnly { get; internal init; }

    /// <summary>What it is as a protective level of a strategy.</summary>
    public ProtectiveExit Exit { get; internal init; }

    internal int Book { get; }

    internal long GoodTill { get; init; } = long.MaxValue;

    /// <summary>No candle that opens earlier can fill it.</summary>
    internal long AvailableAt { get; set; }

    internal Trail Trail { get; set; }

    /// <summary>Best price since a trailing stop began to work.</summary>
    internal double Best { get; set; } = double.NaN;

    /// <summary>Whether it has already been at an open, so that its limit rests in the book.</summary>
    internal bool Rests { get; set; }

    /// <summary>The order that is cancelled when this one fills, and the other way round.</summary>
    internal Order? Sibling { get; set; }

    /// <summary>The first of a pair of orders that begin to work when this one has filled.</summary>
    internal Order? Child { get; set; }

    internal bool IsExit => ReduceOnly;

    /// <summary>Whether it waits for the price to rise to its level, rather than fall.</summary>
    internal bool WaitsAbove => Type switch
    {
        OrderType.Limit or OrderType.TakeProfit => Side == OrderSide.Sell,
        OrderType.StopLimit when State != OrderState.Working => Side == OrderSide.Sell,
        _ => Side == OrderSide.Buy,
    };

    /// <summary>The price at which something happens to it.</summary>
    internal double Level => Type switch
    {
        OrderType.Limit => LimitPrice,
        OrderType.StopLimit => State == OrderState.Working ? StopPrice : LimitPrice,
        OrderType.TrailingStop => Trail.Behind(Best, Side),
        _ => StopPrice,
    };

    internal void Amend(decimal quantity)
    {
        Remaining += quantity - Quantity;
        Quantity = quantity;
    }

    internal void Fill(decimal quantity, long time)
    {
        Remaining -= quantity;
        Move(Remaining == 0 ? OrderState.Filled : OrderState.PartiallyFilled, time);
    }

    internal void Move(OrderState to, long time, string? reason = null)
    {
        if (!to.MayFollow(State))
            throw new InvalidOperationException($"Order {Id} is {State} and cannot become {to}.");
        State = to;
        Reason = reason;
        if (to.IsFinal())
            _endedAt = time;
    }

    /// <summary>Side, quantity and symbol, such as <c>buy 2 BTCUSDT</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{(Side == OrderSide.Buy ? "buy" : "sell")} {Quantity} {Symbol}");
}
