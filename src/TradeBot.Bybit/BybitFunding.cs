namespace TradeBot.Exchanges;

/// <summary>A funding payment of a perpetual contract.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Time">When it was paid, UTC.</param>
/// <param name="Rate">As a fraction of position value; positive when longs paid shorts.</param>
public readonly record struct BybitFunding(string Symbol, DateTime Time, decimal Rate);
