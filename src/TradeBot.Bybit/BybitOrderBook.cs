namespace TradeBot.Exchanges;

/// <summary>A snapshot of an order book.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Bids">Highest first.</param>
/// <param name="Asks">Lowest first.</param>
/// <param name="UpdateId">Increases by one with each change on the stream.</param>
/// <param name="Time">Exchange time, UTC.</param>
public sealed record BybitOrderBook(
    string Symbol, IReadOnlyList<BybitLevel> Bids, IReadOnlyList<BybitLevel> Asks, long UpdateId, DateTime Time);

/// <summary>One level of an order book.</summary>
/// <param name="Price">In quote currency.</param>
/// <param name="Size">Quantity; positive.</param>
public readonly record struct BybitLevel(decimal Price, decimal Size);
