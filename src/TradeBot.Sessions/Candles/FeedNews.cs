using TradeBot.MarketData;

namespace TradeBot.Sessions;

/// <summary>An update of one feed of a session.</summary>
/// <param name="Feed">Index of the feed in the session; −1 for all feeds.</param>
/// <param name="Candle">The forming or closed candle; the default value if only time has passed.</param>
/// <param name="IsClosed">Whether the candle is final.</param>
/// <param name="IsSynthetic">Whether it is a synthetic candle.</param>
/// <param name="Reached">Every candle that closes until then has arrived or does not exist; milliseconds since 1970-01-01 UTC.</param>
internal readonly record struct FeedNews(int Feed, Candle Candle, bool IsClosed, bool IsSynthetic, long Reached)
{
    public static FeedNews Closed(int feed, in Candle candle, long close, bool isSynthetic = false) => new(feed, candle, true, isSynthetic, close);

    /// <summary>An open candle implies that the earlier ones have closed.</summary>
    public static FeedNews Forming(int feed, in Candle candle) => new(feed, candle, false, false, UnixTime.FromDateTime(candle.OpenTime));

    public static FeedNews Passed(long time) => new(-1, default, false, false, time);
}
