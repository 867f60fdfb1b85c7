namespace TradeBot.MarketData;

/// <summary>Contents of a store for one symbol and timeframe.</summary>
/// <param name="Symbol">The exchange's symbol.</param>
/// <param name="Timeframe">The length of each candle.</param>
/// <param name="Count">Number of candles.</param>
/// <param name="First">Open time of the oldest candle, UTC; null when there is none.</param>
/// <param name="Last">Open time of the newest candle, UTC; null when there is none.</param>
public sealed record CandleStoreEntry(string Symbol, Timeframe Timeframe, long Count, DateTime? First, DateTime? Last);

/// <summary>The effect of a write on stored candles.</summary>
/// <param name="Added">New candles.</param>
/// <param name="Replaced">Stored candles with changed values.</param>
/// <param name="Unchanged">Candles already stored with the same values.</param>
public readonly record struct CandleStoreChange(int Added, int Replaced, int Unchanged);
