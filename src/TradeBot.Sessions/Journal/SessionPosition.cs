namespace TradeBot.Sessions;

/// <summary>A position of a session.</summary>
/// <param name="Symbol">The exchange's name.</param>
/// <param name="Quantity">In base currency (contracts when inverse); negative when short.</param>
/// <param name="Price">The last close, in quote currency.</param>
public sealed record SessionPosition(string Symbol, decimal Quantity, double Price);

/// <summary>Equity at a moment.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Equity">Cash and the value of all positions, in account currency.</param>
public readonly record struct EquityMark(DateTime Time, double Equity);
