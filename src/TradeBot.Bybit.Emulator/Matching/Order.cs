using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>An order and where it is in its life.</summary>
internal sealed class Order
{
    public required string Id { get; init; }

    public string LinkId { get; init; } = "";

    public required Contract Contract { get; init; }

    public required bool IsBuy { get; init; }

    /// <summary>True for a market order; a triggered one too.</summary>
    public bool IsMarket { get; init; }

    /// <summary>0 for a market order.</summary>
    public decimal Price { get; set; }

    /// <summary>In total; of a spot market order by value, in the quote coin.</summary>
    public decimal Quantity { get; set; }

    public bool IsByValue { get; init; }

    public TimeInForce TimeInForce { get; init; }

    public int PositionIndex { get; init; }

    public bool ReduceOnly { get; init; }

    public bool CloseOnTrigger { get; init; }

    /// <summary>0 without a trigger.</summary>
    public decimal TriggerPrice { get; set; }

    /// <summary>True when it triggers as the price rises to it.</summary>
    public bool TriggersOnRise { get; init; }

    public TriggerSource TriggerBy { get; set; }

    /// <summary>Order, StopOrder or tpslOrder; spot only.</summary>
    public string Filter { get; init; } = "Order";

    public ExitTerms? Exits { get; set; }

    /// <summary>Empty for a plain order; Stop, TakeProfit, StopLoss, PartialTakeProfit, PartialStopLoss, TrailingStop or tpslOrder.</summary>
    public string StopOrderType { get; init; } = "";

    public string CreateType { get; init; } = "CreateByUser";

    public string ParentLinkId { get; init; } = "";

    /// <summary>The other of a pair of exits: one that triggers or is cancelled ends it.</summary>
    public Order? Partner { get; set; }

    /// <summary>Price distance of a trailing stop.</summary>
    public decimal Trailing { get; set; }

    /// <summary>The best price since a trailing stop became active; 0 while it is not.</summary>
    public decimal Extreme { get; set; }

    /// <summary>Worst price of a market order with a slippage tolerance; 0 without.</summary>
    public decimal WorstPrice { get; init; }

    public OrderStatus Status { get; set; }

    public string CancelType { get; set; } = "UNKNOWN";

    public string RejectReason { get; set; } = "EC_NoError";

    public decimal Executed { get; set; }

    public decimal ExecutedValue { get; set; }

    public decimal ClosedQuantity { get; set; }

    public decimal ClosedEntryValue { get; set; }

    public decimal ClosedExitValue { get; set; }

    /// <summary>Profit of what it closed, less the fees of those fills.</summary>
    public decimal ClosedProfit { get; set; }

    /// <summary>Fees by coin.</summary>
    public IReadOnlyDictionary<string, decimal> Fees { get; set; } = new Dictionary<string, decimal>();

    public int Fills { get; set; }

    /// <summary>How often its cancel was asked for.</summary>
    public int Cancels { get; set; }

    public decimal LastPriceOnCreated { get; init; }

    public required long CreatedTime { get; init; }

    public long UpdatedTime { get; set; }

    /// <summary>When it meets the market for the first time; what was late has been waiting until then.</summary>
    public long MatchAt { get; set; }

    /// <summary>Whether it has met the market.</summary>
    public bool HasArrived { get; set; }

    /// <summary>As it was before its last change; null before the first.</summary>
    public Order? Before { get; set; }

    public bool IsOpen => Status is OrderStatus.New or OrderStatus.PartiallyFilled or OrderStatus.Untriggered or OrderStatus.Triggered;

    public bool IsUntriggered => Status == OrderStatus.Untriggered;

    /// <summary>True for an exit of a position, which the exchange made.</summary>
    public bool IsExit => StopOrderType is "TakeProfit" or "StopLoss" or "PartialTakeProfit" or "PartialStopLoss" or "TrailingStop";

    /// <summary>What is still to be filled; 0 once it has ended, and for an order by value.</summary>
    public decimal Leaves => IsOpen && !IsByValue ? Quantity - Executed : 0;

    public decimal AveragePrice => Executed == 0 ? 0 : Math.Round(Contract.PriceOf(Executed, ExecutedValue), 8);

    public bool OnlyReduces => ReduceOnly || CloseOnTrigger;

    public decimal Signed(decimal quantity) => IsBuy ? quantity : -quantity;

    /// <summary>A copy, as a message or a page shows it.</summary>
    public Order Snapshot() => (Order)MemberwiseClone();
}

/// <summary>The states of an order, in the exchange's words.</summary>
internal enum OrderStatus
{
    New,
    PartiallyFilled,
    Filled,
    Cancelled,
    PartiallyFilledCanceled,
    Rejected,
    Untriggered,
    Triggered,
    Deactivated,
}

internal enum TimeInForce
{
    GTC,
    IOC,
    FOK,
    PostOnly,
}

internal enum TriggerSource
{
    LastPrice,
    IndexPrice,
    MarkPrice,
}
