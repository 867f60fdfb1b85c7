using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>Puts the candles of several feeds into the order in which a backtest would see them.</summary>
/// <remarks>The rules are the table of <see cref="Session"/>; nothing here knows what time it is.</remarks>
internal sealed class CandleBoard
{
    private readonly FeedLane[] _lanes;

    public CandleBoard(IReadOnlyList<CandleFeed> feeds) => _lanes = [.. feeds.Select(f => new FeedLane(f))];

    /// <summary>The last moment that was decided; milliseconds since 1970-01-01 UTC.</summary>
    public long Decided { get; set; } = long.MinValue;

    public FeedLane LaneOf(int feed) => _lanes[feed];

    /// <summary>Takes what a stream says.</summary>
    /// <returns>What is to be noted; null when all is well.</returns>
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
            ? told.Notice(CandleFault.Late, news.Candle, "came after its moment was decided: it is shown before the next decision.")
            : notice;
    }

    /// <summary>When the next moment is that some candle closes at; never, when none waits.</summary>
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

    /// <summary>Whether every candle of the next moment is there, or cannot come.</summary>
    public bool IsComplete => NextMoment is var moment && moment != long.MaxValue && (moment <= Decided || !Array.Exists(_lanes, lane => lane.Awaits(moment)));

    /// <summary>Takes the candles of the next moment off the board, in the order of the feeds, complete or not.</summary>
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
/// <param name="IsLate">Whether the moment was decided before they came.</param>
/// <param name="Candles">In the order of the feeds.</param>
/// <param name="Absent">Feeds of which a candle may still come.</param>
internal sealed record BoardMoment(long Time, bool IsLate, IReadOnlyList<BoardCandle> Candles, IReadOnlyList<int> Absent);
