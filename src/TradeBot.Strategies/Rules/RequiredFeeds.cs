using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>The feeds that a definition requires.</summary>
internal static class RequiredFeeds
{
    /// <summary>
    /// Its own feeds and those that its expressions name, without those that can be resampled from others; empty when it
    /// runs on the feeds of the run.
    /// </summary>
    public static IReadOnlyList<CandleFeed> Of(StrategyDefinition definition)
    {
        IReadOnlyList<CandleFeed> own = definition.On.Feeds;
        List<CandleFeed> named = [];
        foreach (CandleFeed feed in own)
        {
            foreach ((_, Expression expression) in definition.Expressions)
                Collect(expression, feed, named);
        }

        if (definition is RuleDefinition { Hedge: { } hedge })
            named.AddRange(own.Select(f => f with { Symbol = hedge }));

        List<CandleFeed> needed = [.. own];
        foreach (CandleFeed feed in named.Distinct().OrderBy(f => f.Timeframe))
        {
            if (!needed.Exists(n => n.Symbol == feed.Symbol && Resampler.CanResample(n.Timeframe, feed.Timeframe)))
                needed.Add(feed);
        }

        return needed;
    }

    private static void Collect(Expression expression, CandleFeed feed, List<CandleFeed> named)
    {
        CandleFeed inner = expression switch
        {
            FeedSeries on => on.Feed.From(feed),
            FeedCondition on => on.Feed.From(feed),
            _ => feed,
        };
        if (inner != feed)
            named.Add(inner);
        foreach (Expression part in expression.Parts)
            Collect(part, inner, named);
    }
}
