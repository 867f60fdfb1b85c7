namespace TradeBot.Strategies;

/// <summary>Check for strategies on one feed.</summary>
public static class SingleFeed
{
    /// <summary>Requires that a run has exactly one feed.</summary>
    /// <exception cref="ArgumentException">There are none or several.</exception>
    public static void Require(IStrategy strategy, IReadOnlyList<CandleFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(feeds);
        if (feeds.Count != 1)
        {
            throw new ArgumentException(
                $"{strategy.Name} runs on one feed, got {feeds.Count}: {string.Join(", ", feeds.Select(f => $"{f.Symbol} {f.Timeframe}"))}.",
                nameof(feeds));
        }
    }
}
