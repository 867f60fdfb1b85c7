namespace TradeBot.Trading;

/// <summary>A payment of funding, paid or received.</summary>
/// <param name="Time">When it was due, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Amount">Paid, in quote currency; negative when received.</param>
public readonly record struct FundingPayment(DateTime Time, string Symbol, decimal Amount);

/// <summary>A payment of interest on a coin sold short.</summary>
/// <param name="Time">When it was due, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Amount">Paid, in account currency.</param>
public readonly record struct BorrowPayment(DateTime Time, string Symbol, decimal Amount);
