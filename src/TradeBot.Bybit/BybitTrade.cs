using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>A trade of the market.</summary>
/// <param name="Id">The exchange's identifier, unique per symbol.</param>
/// <param name="Symbol">The instrument.</param>
/// <param name="Trade">Time, price, quantity and aggressor side.</param>
/// <param name="IsBlockTrade">True for a block trade, agreed off the order book.</param>
public readonly record struct BybitTrade(string Id, string Symbol, MarketTrade Trade, bool IsBlockTrade);
