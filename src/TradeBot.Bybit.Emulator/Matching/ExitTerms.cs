namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Take-profit and stop-loss, of an order or to be set on a position; a price of 0 is none.</summary>
internal sealed record ExitTerms
{
    public decimal TakeProfit { get; init; }

    public decimal StopLoss { get; init; }

    public TriggerSource TakeProfitBy { get; init; }

    public TriggerSource StopLossBy { get; init; }

    /// <summary>True for exits of a part of the position, false for the whole, which are market orders.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Limit price of the take-profit; 0 for a market order.</summary>
    public decimal TakeProfitLimit { get; init; }

    public decimal StopLossLimit { get; init; }

    /// <summary>Size of a partial pair; 0 for what was filled.</summary>
    public decimal Size { get; init; }

    public bool IsEmpty => TakeProfit == 0 && StopLoss == 0;
}
