using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>A candle of a feed is complete.</summary>
/// <param name="Feed">Position of the feed in the run.</param>
/// <param name="Candle">The candle.</param>
internal readonly record struct CandleClosed(int Feed, Candle Candle);
