namespace TradeBot.MarketData;

/// <summary>A candle as a live stream knows it.</summary>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Timeframe">Length of the candle.</param>
/// <param name="Candle">The candle so far, or as it closed.</param>
/// <param name="IsClosed">True when the candle is final: only then may a decision use it.</param>
public readonly record struct CandleUpdate(string Symbol, Timeframe Timeframe, Candle Candle, bool IsClosed);
