using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A stream of candles that a strategy watches.</summary>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Timeframe">The length of its candles.</param>
public readonly record struct CandleFeed(string Symbol, Timeframe Timeframe);
