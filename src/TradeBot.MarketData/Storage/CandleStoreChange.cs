namespace TradeBot.MarketData;

/// <summary>What a write did to the candles that a store holds.</summary>
/// <param name="Added">Candles of times that were not held.</param>
/// <param name="Replaced">Held candles that were given other values.</param>
/// <param name="Unchanged">Candles that were held already, with these values.</param>
public readonly record struct CandleStoreChange(int Added, int Replaced, int Unchanged);
