namespace TradeBot.Exchanges;

/// <summary>An order book at a moment.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Bids">Highest first.</param>
/// <param name="Asks">Lowest first.</param>
/// <param name="UpdateId">Rises by one with each change of the stream.</param>
/// <param name="Time">When the exchange made it, UTC.</param>
public sealed record BybitOrderBook(
    string Symbol, IReadOnlyList<BybitLevel> Bids, IReadOnlyList<BybitLevel> Asks, long UpdateId, DateTime Time);

/// <summary>What is offered at one price.</summary>
/// <param name="Price">In quote currency.</param>
/// <param name="Size">Quantity; positive.</param>
public readonly record struct BybitLevel(decimal Price, decimal Size);
