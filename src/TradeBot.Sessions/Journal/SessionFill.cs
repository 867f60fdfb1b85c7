using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>A trade of a session.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Symbol">The exchange's name.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">In base currency (contracts when inverse); positive.</param>
/// <param name="Price">In quote currency.</param>
/// <param name="Paid">What it took from cash, fee apart, in account currency; negative when it brought cash.</param>
/// <param name="Fee">In account currency.</param>
/// <param name="Order">Number of its order.</param>
/// <param name="Exit">Why it was an exit, where a level, a limit or time was the reason; null otherwise.</param>
public sealed record SessionFill(DateTime Time, string Symbol, OrderSide Side, decimal Quantity, decimal Price, decimal Paid, decimal Fee, long Order, ExitReason? Exit);
