using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>A trade of the market.</summary>
/// <param name="Id">The exchange's name of it, unique for the symbol.</param>
/// <param name="Symbol">The instrument.</param>
/// <param name="Trade">Time, price, quantity and who took the price.</param>
/// <param name="IsBlockTrade">True when it was agreed off the book.</param>
public readonly record struct BybitTrade(string Id, string Symbol, MarketTrade Trade, bool IsBlockTrade);
