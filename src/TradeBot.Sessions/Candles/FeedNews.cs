using TradeBot.MarketData;

namespace TradeBot.Sessions;

/// <summary>What a session hears of one of its feeds.</summary>
/// <param name="Feed">Position of the feed in the session; −1 for all of them.</param>
/// <param name="Candle">The candle so far, or as it closed; the default value where only time has passed.</param>
/// <param name="IsClosed">Whether the candle is final.</param>
/// <param name="IsSynthetic">Whether a repair made it up.</param>
/// <param name="Reached">Every candle that closes until then has been told, or does not exist; milliseconds since 1970-01-01 UTC.</param>
internal readonly record struct FeedNews(int Feed, Candle Candle, bool IsClosed, bool IsSynthetic, long Reached)
{
    public static FeedNews Closed(int feed, in Candle candle, long close, bool isSynthetic = false) => new(feed, candle, true, isSynthetic, close);

    /// <summary>A candle that has begun says that those before it are over.</summary>
    public static FeedNews Forming(int feed, in Candle candle) => new(feed, candle, false, false, UnixTime.FromDateTime(candle.OpenTime));

    public static FeedNews Passed(long time) => new(-1, default, false, false, time);
}
