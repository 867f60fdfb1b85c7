namespace TradeBot.Trading;

/// <summary>An order that an algorithm submits.</summary>
/// <param name="Symbol">The exchange's name of the instrument; one of the run's.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">In base currency, on the lot grid; positive.</param>
public sealed record OrderRequest(string Symbol, OrderSide Side, decimal Quantity)
{
    /// <summary>When and at what price it trades.</summary>
    public OrderType Type { get; init; }

    /// <summary>Worst price that a limit or stop-limit order accepts, on the tick grid.</summary>
    public decimal LimitPrice { get; init; }

    /// <summary>Price at which a stop, stop-limit or take-profit order becomes active, on the tick grid.</summary>
    public decimal StopPrice { get; init; }

    /// <summary>Distance of a trailing stop.</summary>
    public Trail Trail { get; init; }

    /// <summary>How long it stays active.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>End of a good-till-time order, UTC; it no longer fills in a candle that opens then or later.</summary>
    public DateTime GoodTill { get; init; }

    /// <summary>Whether a limit order is refused if it would trade at once.</summary>
    public bool PostOnly { get; init; }

    /// <summary>Whether it can only make the position smaller: a larger quantity is reduced to the position.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Trades at the next open.</summary>
    public static OrderRequest Market(string symbol, OrderSide side, decimal quantity) => new(symbol, side, quantity);

    /// <summary>Trades at a price or better.</summary>
    public static OrderRequest Limit(string symbol, OrderSide side, decimal quantity, decimal price) =>
        new(symbol, side, quantity) { Type = OrderType.Limit, LimitPrice = price };

    /// <summary>Trades at the market once the price has moved against the position to the stop: up for a buy, down for a sell.</summary>
    public static OrderRequest Stop(string symbol, OrderSide side, decimal quantity, decimal stop) =>
        new(symbol, side, quantity) { Type = OrderType.Stop, StopPrice = stop };

    /// <summary>Becomes a limit order once the stop is reached.</summary>
    public static OrderRequest StopLimit(string symbol, OrderSide side, decimal quantity, decimal stop, decimal limit) =>
        new(symbol, side, quantity) { Type = OrderType.StopLimit, StopPrice = stop, LimitPrice = limit };

    /// <summary>Trades at the market once the price has moved in favour to the target: down for a buy, up for a sell.</summary>
    public static OrderRequest TakeProfit(string symbol, OrderSide side, decimal quantity, decimal target) =>
        new(symbol, side, quantity) { Type = OrderType.TakeProfit, StopPrice = target };

    /// <summary>A stop that follows the best price since it became active.</summary>
    public static OrderRequest TrailingStop(string symbol, OrderSide side, decimal quantity, Trail trail) =>
        new(symbol, side, quantity) { Type = OrderType.TrailingStop, Trail = trail };
}
