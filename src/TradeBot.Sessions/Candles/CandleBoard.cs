using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>Puts the candles of several feeds into the order in which a backtest would see them.</summary>
/// <remarks>The rules are in the table of <see cref="Session"/>; nothing here uses a clock.</remarks>
internal sealed class CandleBoard
{
    private readonly FeedLane[] _lanes;

    public CandleBoard(IReadOnlyList<CandleFeed> feeds) => _lanes = [.. feeds.Select(f => new FeedLane(f))];

    /// <summary>The last moment that was decided; milliseconds since 1970-01-01 UTC.</summary>
    public long Decided { get; set; } = long.MinValue;

    public FeedLane LaneOf(int feed) => _lanes[feed];

    /// <summary>Processes an update of the stream.</summary>
    /// <returns>A notice to record; null if there is none.</returns>
    public CandleNotice? Take(in FeedNews news)
    {
        if (news.Feed < 0)
        {
            foreach (FeedLane lane in _lanes)
                lane.ReachTo(news.Reached);
            return null;
        }

        FeedLane told = _lanes[news.Feed];
        if (!news.IsClosed)
        {
            told.ReachTo(news.Reached);
            return null;
        }

        CandleNotice? notice = told.Take(news.Candle, news.IsSynthetic);
        return notice is null or { Fault: CandleFault.Missing } && told.CloseOf(news.Candle) <= Decided
            ? told.Notice(CandleFault.Late, news.Candle, "arrived after its moment was decided: it is shown before the next decision.")
            : notice;
    }

    /// <summary>The time of the next moment at which a waiting candle closes; the largest value if none waits.</summary>
    public long NextMoment
    {
        get
        {
            long next = long.MaxValue;
            foreach (FeedLane lane in _lanes)
                next = Math.Min(next, lane.NextClose);
            return next;
        }
    }

    /// <summary>Whether every candle of the next moment has arrived or does not exist.</summary>
    public bool IsComplete => NextMoment is var moment && moment != long.MaxValue && (moment <= Decided || !Array.Exists(_lanes, lane => lane.Awaits(moment)));

    /// <summary>Removes and returns the candles of the next moment in the order of the feeds, complete or not.</summary>
    public BoardMoment Next()
    {
        long moment = NextMoment;
        bool isLate = moment <= Decided;
        List<BoardCandle> candles = [];
        List<int> absent = [];
        for (int feed = 0; feed < _lanes.Length; feed++)
        {
            FeedLane lane = _lanes[feed];
            if (lane.NextClose == moment)
            {
                (Candle candle, bool isSynthetic) = lane.Dequeue();
                candles.Add(new BoardCandle(feed, candle, isSynthetic));
            }
            else if (!isLate && lane.Awaits(moment))
            {
                absent.Add(feed);
            }
        }

        if (!isLate)
            Decided = moment;
        return new BoardMoment(moment, isLate, candles, absent);
    }
}

/// <summary>A closed candle of a feed.</summary>
internal readonly record struct BoardCandle(int Feed, Candle Candle, bool IsSynthetic);

/// <summary>The candles that close at one moment.</summary>
/// <param name="Time">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="IsLate">Whether the moment was decided before they arrived.</param>
/// <param name="Candles">In the order of the feeds.</param>
/// <param name="Absent">Feeds whose candle may still arrive.</param>
internal sealed record BoardMoment(long Time, bool IsLate, IReadOnlyList<BoardCandle> Candles, IReadOnlyList<int> Absent);
