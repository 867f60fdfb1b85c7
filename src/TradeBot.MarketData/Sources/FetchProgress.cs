namespace TradeBot.MarketData;

/// <summary>How far a fetch has come.</summary>
/// <param name="Symbol">The instrument being fetched.</param>
/// <param name="Timeframe">Length of its candles.</param>
/// <param name="Candles">Candles received so far.</param>
/// <param name="ReachedTo">Open times before this one are done, UTC.</param>
/// <param name="Fraction">Share of the range that is done, from 0 to 1.</param>
public readonly record struct FetchProgress(string Symbol, Timeframe Timeframe, long Candles, DateTime ReachedTo, double Fraction);
