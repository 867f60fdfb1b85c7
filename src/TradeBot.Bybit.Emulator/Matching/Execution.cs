using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>A fill, or a funding, which has no order.</summary>
internal sealed record Execution
{
    public required string Id { get; init; }

    public required Contract Contract { get; init; }

    public string OrderId { get; init; } = "";

    public string OrderLinkId { get; init; } = "";

    public required bool IsBuy { get; init; }

    public decimal OrderPrice { get; init; }

    public decimal OrderQuantity { get; init; }

    public decimal Leaves { get; init; }

    public string OrderType { get; init; } = "UNKNOWN";

    public string StopOrderType { get; init; } = "";

    public string CreateType { get; init; } = "";

    /// <summary>Trade, Funding, BustTrade or AdlTrade.</summary>
    public string ExecType { get; init; } = "Trade";

    public required decimal Price { get; init; }

    public required decimal Quantity { get; init; }

    public required decimal Value { get; init; }

    /// <summary>Paid when positive, in <see cref="FeeCoin"/>.</summary>
    public required decimal Fee { get; init; }

    public decimal FeeRate { get; init; }

    public string FeeCoin { get; init; } = "";

    public bool IsMaker { get; init; }

    public decimal ClosedSize { get; init; }

    /// <summary>Of what it closed, before fees.</summary>
    public decimal Profit { get; init; }

    public decimal Mark { get; init; }

    public required long Time { get; init; }

    public long Sequence { get; init; }
}
