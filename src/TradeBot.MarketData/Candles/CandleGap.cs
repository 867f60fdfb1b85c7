namespace TradeBot.MarketData;

/// <summary>A stretch of absent candles between two present ones.</summary>
/// <param name="After">Open time of the last candle before the gap, UTC.</param>
/// <param name="Before">Open time of the first candle after the gap, UTC.</param>
/// <param name="Missing">How many candles are absent, at least 1.</param>
public readonly record struct CandleGap(DateTime After, DateTime Before, long Missing);
