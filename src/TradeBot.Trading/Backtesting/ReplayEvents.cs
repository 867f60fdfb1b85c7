using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>A candle of a feed began to trade.</summary>
/// <param name="Feed">Position of the feed in the run.</param>
/// <param name="Time">Open time, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Price">First price, in quote currency.</param>
/// <param name="IsSynthetic">Whether the candle is synthetic, so that nothing can trade in it.</param>
/// <param name="High">Its highest price where a replay knows it, otherwise NaN; it only says what part of slippage a fill can show.</param>
/// <param name="Low">Its lowest price, likewise.</param>
internal readonly record struct CandleOpened(int Feed, long Time, double Price, bool IsSynthetic, double High = double.NaN, double Low = double.NaN);

/// <summary>A candle of a feed is complete.</summary>
/// <remarks>It refers to the candle rather than copy it: a copy for each of the handlers would cost more than the rest of a quiet candle.</remarks>
/// <param name="feed">Position of the feed in the run.</param>
/// <param name="time">Close time, milliseconds since 1970-01-01 UTC.</param>
/// <param name="candle">The candle.</param>
/// <param name="isSynthetic">Whether the candle is synthetic, so that nothing can have traded in it.</param>
internal readonly ref struct CandleClosed(int feed, long time, in Candle candle, bool isSynthetic)
{
    public readonly int Feed = feed;
    public readonly long Time = time;
    public readonly ref readonly Candle Candle = ref candle;
    public readonly bool IsSynthetic = isSynthetic;
}

/// <summary>Every candle that closes at a moment has been reported: the strategy may decide.</summary>
/// <param name="Time">Milliseconds since 1970-01-01 UTC.</param>
internal readonly record struct MomentEnded(long Time);
