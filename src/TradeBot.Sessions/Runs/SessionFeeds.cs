using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>What a session listens to: the feeds of its strategy, and those that only fills follow.</summary>
/// <param name="Seen">What the strategy sees.</param>
/// <param name="Unseen">Of symbols whose first feed is longer than the shortest of all, the shortest: fills follow it.</param>
internal sealed record SessionFeeds(IReadOnlyList<CandleFeed> Seen, IReadOnlyList<CandleFeed> Unseen)
{
    /// <summary>In the order in which a run counts them.</summary>
    public IReadOnlyList<CandleFeed> All { get; } = [.. Unseen, .. Seen];

    /// <summary>The symbols of the run, in its order.</summary>
    public IReadOnlyList<string> Symbols { get; } = [.. Seen.Select(f => f.Symbol).Distinct()];

    /// <param name="feeds">What the strategy sees; at least one, none twice.</param>
    /// <param name="fillsFollow">The timeframe that all fills follow; null for the shortest of the feeds.</param>
    /// <exception cref="ArgumentException">There is no feed, one comes twice, or fills would follow longer candles than the strategy sees.</exception>
    public static SessionFeeds Of(IReadOnlyList<CandleFeed> feeds, Timeframe? fillsFollow)
    {
        if (feeds.Count == 0)
            throw new ArgumentException("The strategy names no feed: say on which symbols and timeframes it trades.", nameof(feeds));
        if (feeds.GroupBy(f => f).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"{twice.Key.Symbol} {twice.Key.Timeframe} comes twice.", nameof(feeds));
        Timeframe shortest = feeds.Min(f => f.Timeframe), traded = fillsFollow ?? shortest;
        if (traded > shortest)
            throw new ArgumentException($"Fills cannot follow {traded} candles: the strategy sees {shortest}, which are shorter.", nameof(fillsFollow));
        CandleFeed[] unseen = [.. feeds.DistinctBy(f => f.Symbol).Where(f => f.Timeframe != traded).Select(f => new CandleFeed(f.Symbol, traded))];
        return new SessionFeeds(feeds, unseen);
    }

    /// <summary>A series without candles.</summary>
    private static CandleSeries Nothing(CandleFeed feed) => new(feed.Symbol, feed.Timeframe, Array.Empty<long>(), Array.Empty<double>(), Array.Empty<double>(), Array.Empty<double>(), Array.Empty<double>(), Array.Empty<double>());

    /// <summary>The conditions of a run on these feeds: what fills follow has no candles yet.</summary>
    public BacktestOptions Complete(BacktestOptions terms) => terms with { IntrabarCandles = [.. Unseen.Select(f => Nothing(f))] };
}
