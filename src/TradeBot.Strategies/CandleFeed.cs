using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A stream of candles that a strategy reads.</summary>
/// <param name="Symbol">The exchange's symbol.</param>
/// <param name="Timeframe">The timeframe of its candles.</param>
public readonly record struct CandleFeed(string Symbol, Timeframe Timeframe);
