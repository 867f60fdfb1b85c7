using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>The feeds of a session: those of its strategy, and those that only determine fills.</summary>
/// <param name="Seen">The feeds that the strategy sees.</param>
/// <param name="Unseen">The feeds that only determine fills: one of the shortest timeframe for each symbol whose first feed is longer.</param>
internal sealed record SessionFeeds(IReadOnlyList<CandleFeed> Seen, IReadOnlyList<CandleFeed> Unseen)
{
    /// <summary>All feeds, in the order of the run.</summary>
    public IReadOnlyList<CandleFeed> All { get; } = [.. Unseen, .. Seen];

    /// <summary>The symbols, in the order of the run.</summary>
    public IReadOnlyList<string> Symbols { get; } = [.. Seen.Select(f => f.Symbol).Distinct()];

    /// <param name="feeds">The feeds that the strategy sees; at least one, without duplicates.</param>
    /// <param name="fillsFollow">The timeframe of the candles that determine fills; null for the shortest of the feeds.</param>
    /// <exception cref="ArgumentException">There is no feed, one is given twice, or fills would follow longer candles than the strategy sees.</exception>
    public static SessionFeeds Of(IReadOnlyList<CandleFeed> feeds, Timeframe? fillsFollow)
    {
        if (feeds.Count == 0)
            throw new ArgumentException("The strategy names no feed: give the symbols and timeframes that it trades.", nameof(feeds));
        if (feeds.GroupBy(f => f).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"{twice.Key.Symbol} {twice.Key.Timeframe} is given twice.", nameof(feeds));
        Timeframe shortest = feeds.Min(f => f.Timeframe), traded = fillsFollow ?? shortest;
        if (traded > shortest)
            throw new ArgumentException($"Fills cannot follow {traded} candles: the strategy sees {shortest}, which are shorter.", nameof(fillsFollow));
        CandleFeed[] unseen = [.. feeds.DistinctBy(f => f.Symbol).Where(f => f.Timeframe != traded).Select(f => new CandleFeed(f.Symbol, traded))];
        return new SessionFeeds(feeds, unseen);
    }

    /// <summary>A series without candles.</summary>
    private static CandleSeries Nothing(CandleFeed feed) => new(feed.Symbol, feed.Timeframe, Array.Empty<long>(), Array.Empty<double>(), Array.Empty<double>(), Array.Empty<double>(), Array.Empty<double>(), Array.Empty<double>());

    /// <summary>The conditions of a run on these feeds, whose series have no candles yet.</summary>
    public BacktestOptions Complete(BacktestOptions terms) => terms with { IntrabarCandles = [.. Unseen.Select(f => Nothing(f))] };
}
