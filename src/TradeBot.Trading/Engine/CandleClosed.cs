using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>A candle of a feed is complete.</summary>
/// <param name="Feed">Position of the feed in the run.</param>
/// <param name="Time">Close time, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Candle">The candle.</param>
/// <param name="IsSynthetic">Whether a repair made the candle up, so that nothing can have traded in it.</param>
internal readonly record struct CandleClosed(int Feed, long Time, Candle Candle, bool IsSynthetic);
