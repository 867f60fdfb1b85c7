namespace TradeBot.Exchanges.Emulator.Accounts;

/// <summary>One entry of the account's log: <c>Change = Cash + Funding − Fee</c>, in units of the coin.</summary>
internal sealed record CashFlow
{
    public string Id { get; init; } = "";

    public required long Time { get; init; }

    /// <summary>TRADE, SETTLEMENT (funding), LIQUIDATION, ADL, TRANSFER_IN or TRANSFER_OUT.</summary>
    public required string Type { get; init; }

    public required string Coin { get; init; }

    public Contract? Contract { get; init; }

    public string Side { get; init; } = "None";

    public decimal Cash { get; init; }

    /// <summary>Received when positive: the opposite sign of an execution's fee.</summary>
    public decimal Funding { get; init; }

    public decimal Fee { get; init; }

    public decimal Balance { get; init; }

    public string OrderId { get; init; } = "";

    public string OrderLinkId { get; init; } = "";

    public string TradeId { get; init; } = "";

    public decimal Quantity { get; init; }

    public decimal Price { get; init; }

    public decimal FeeRate { get; init; }

    /// <summary>The position after it.</summary>
    public decimal Size { get; init; }

    public decimal Change => Cash + Funding - Fee;
}
