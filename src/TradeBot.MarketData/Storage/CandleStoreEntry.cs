namespace TradeBot.MarketData;

/// <summary>What a store holds of one symbol and timeframe.</summary>
/// <param name="Symbol">The exchange's name.</param>
/// <param name="Timeframe">The length of each candle.</param>
/// <param name="Count">How many candles there are.</param>
/// <param name="First">Open time of the oldest candle, UTC; null when there is none.</param>
/// <param name="Last">Open time of the newest candle, UTC; null when there is none.</param>
public sealed record CandleStoreEntry(string Symbol, Timeframe Timeframe, long Count, DateTime? First, DateTime? Last);
