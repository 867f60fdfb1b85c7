using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>A new order as requested: parsed, but not checked against the rules.</summary>
internal sealed record OrderRequest
{
    public required Contract Contract { get; init; }

    public required bool IsBuy { get; init; }

    public required bool IsMarket { get; init; }

    public required decimal Quantity { get; init; }

    public decimal? Price { get; init; }

    public TimeInForce TimeInForce { get; init; }

    public string LinkId { get; init; } = "";

    public int? PositionIndex { get; init; }

    public bool ReduceOnly { get; init; }

    public bool CloseOnTrigger { get; init; }

    public decimal? TriggerPrice { get; init; }

    /// <summary>1 for a rise, 2 for a fall.</summary>
    public int? TriggerDirection { get; init; }

    public TriggerSource TriggerBy { get; init; }

    public string Filter { get; init; } = "Order";

    public bool IsByValue { get; init; }

    public ExitTerms? Exits { get; init; }

    /// <summary>Ticks from the best price of a market order; null for no tolerance of this kind.</summary>
    public int? ToleranceTicks { get; init; }

    /// <summary>Per cent from the best price of a market order.</summary>
    public decimal? TolerancePercent { get; init; }

    /// <summary>True for the opposite side's prices, false for the own side's; null for a price that is given.</summary>
    public bool? TakesCounterparty { get; init; }

    /// <summary>Level of the book whose price is taken, from 1.</summary>
    public int BookLevel { get; init; }

    public string CreateType { get; init; } = "CreateByUser";
}

/// <summary>What is to change of an order; null leaves it as it is.</summary>
internal sealed record AmendRequest
{
    public decimal? Quantity { get; init; }

    public decimal? Price { get; init; }

    public decimal? TriggerPrice { get; init; }

    public TriggerSource? TriggerBy { get; init; }

    public decimal? TakeProfit { get; init; }

    public decimal? StopLoss { get; init; }

    public TriggerSource? TakeProfitBy { get; init; }

    public TriggerSource? StopLossBy { get; init; }

    public bool? IsPartial { get; init; }

    public decimal? TakeProfitLimit { get; init; }

    public decimal? StopLossLimit { get; init; }

    public bool HasExits => TakeProfit is not null || StopLoss is not null || TakeProfitLimit is not null || StopLossLimit is not null;
}
