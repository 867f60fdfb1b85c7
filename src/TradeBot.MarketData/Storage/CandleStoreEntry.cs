namespace TradeBot.MarketData;

/// <summary>What a store holds of one symbol and timeframe.</summary>
/// <param name="Symbol">The exchange's name.</param>
/// <param name="Timeframe">The length of each candle.</param>
/// <param name="Count">How many candles there are.</param>
/// <param name="First">Open time of the oldest candle, UTC; null when there is none.</param>
/// <param name="Last">Open time of the newest candle, UTC; null when there is none.</param>
public sealed record CandleStoreEntry(string Symbol, Timeframe Timeframe, long Count, DateTime? First, DateTime? Last);

/// <summary>What a write did to the candles that a store holds.</summary>
/// <param name="Added">Candles of times that were not held.</param>
/// <param name="Replaced">Held candles that were given other values.</param>
/// <param name="Unchanged">Candles that were held already, with these values.</param>
public readonly record struct CandleStoreChange(int Added, int Replaced, int Unchanged);
