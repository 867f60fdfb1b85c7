namespace TradeBot.Trading;

/// <summary>A trade as an exchange tells it.</summary>
/// <param name="Id">The exchange's name of it, by which it is booked once; not empty.</param>
/// <param name="Time">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Quantity">In base currency (contracts when inverse); positive.</param>
/// <param name="Price">Price paid or received, in quote currency; positive.</param>
/// <param name="Fee">Fee paid, in account currency; negative for a rebate.</param>
/// <param name="IsMaker">Whether the order rested in the book.</param>
/// <param name="Kind">Whether it was wanted, or forced by the exchange.</param>
public readonly record struct Execution(string Id, long Time, decimal Quantity, decimal Price, decimal Fee, bool IsMaker = false, FillKind Kind = FillKind.Order);
