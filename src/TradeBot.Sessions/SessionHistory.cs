using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>The candles before the first live one: the warm-up of the strategy, or those that closed while the session was not running.</summary>
internal static class SessionHistory
{
    private const long LongestMonth = 31 * UnixTime.MillisecondsPerDay;

    /// <summary>The candles of all feeds up to a time, by the moment at which they close.</summary>
    /// <param name="source">The source of the candles.</param>
    /// <param name="feeds">In the order of the run.</param>
    /// <param name="board">Knows the next candle of each feed; a feed without candles so far starts with the warm-up.</param>
    /// <param name="until">Open time of the first live candle, milliseconds since 1970-01-01 UTC.</param>
    /// <param name="warmUp">Number of warm-up candles per feed.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    public static async Task<IReadOnlyList<BoardMoment>> ReadAsync(
        ICandleSource source, IReadOnlyList<CandleFeed> feeds, CandleBoard board, long until, int warmUp, CancellationToken cancellationToken)
    {
        SortedDictionary<long, List<BoardCandle>> moments = [];
        for (int feed = 0; feed < feeds.Count; feed++)
        {
            Timeframe timeframe = feeds[feed].Timeframe;
            long to = timeframe.OpenOf(until), from = board.LaneOf(feed).Expected ?? Before(timeframe, to, warmUp);
            if (from >= to)
                continue;
            await foreach (CandleSeries piece in source.FetchAsync(feeds[feed].Symbol, timeframe, UnixTime.ToDateTime(from), UnixTime.ToDateTime(to), progress: null, cancellationToken))
            {
                for (int i = 0; i < piece.Count; i++)
                {
                    long close = timeframe.NextOpen(piece.OpenTimes[i]);
                    if (!moments.TryGetValue(close, out List<BoardCandle>? candles))
                        moments.Add(close, candles = []);
                    candles.Add(new BoardCandle(feed, piece[i], piece.IsSynthetic(i)));
                }
            }
        }

        return [.. moments.Select(m => new BoardMoment(m.Key, IsLate: false, m.Value, []))];
    }

    private static long Before(Timeframe timeframe, long to, int candles) =>
        timeframe.OpenOf(to - candles * (timeframe.HasFixedLength ? (long)timeframe.Duration.TotalMilliseconds : LongestMonth));
}
