namespace TradeBot.Exchanges;

/// <summary>What is offered at one price.</summary>
/// <param name="Price">In quote currency.</param>
/// <param name="Size">Quantity; positive.</param>
public readonly record struct BybitLevel(decimal Price, decimal Size);
