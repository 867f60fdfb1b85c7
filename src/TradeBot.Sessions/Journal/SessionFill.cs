using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>A fill of a session.</summary>
/// <param name="Time">Time of the fill, UTC.</param>
/// <param name="Symbol">The exchange's name.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">In base currency (contracts when inverse); positive.</param>
/// <param name="Price">In quote currency.</param>
/// <param name="Paid">Cash paid, without the fee, in account currency; negative if cash was received.</param>
/// <param name="Fee">In account currency.</param>
/// <param name="Order">Number of its order.</param>
/// <param name="Exit">The reason of an exit by a level, a limit or time; null otherwise.</param>
public sealed record SessionFill(DateTime Time, string Symbol, OrderSide Side, decimal Quantity, decimal Price, decimal Paid, decimal Fee, long Order, ExitReason? Exit);
