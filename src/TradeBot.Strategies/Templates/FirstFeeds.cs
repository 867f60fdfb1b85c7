namespace TradeBot.Strategies;

/// <summary>The first feed of each symbol: the one that is traded.</summary>
internal static class FirstFeeds
{
    /// <summary>For each feed the index of its symbol when it is the symbol's first feed, otherwise −1.</summary>
    public static int[] Of(IReadOnlyList<CandleFeed> feeds)
    {
        List<string> symbols = [];
        int[] map = new int[feeds.Count];
        for (int feed = 0; feed < map.Length; feed++)
        {
            bool isFirst = !symbols.Contains(feeds[feed].Symbol);
            if (isFirst)
                symbols.Add(feeds[feed].Symbol);
            map[feed] = isFirst ? symbols.Count - 1 : -1;
        }

        return map;
    }
}
