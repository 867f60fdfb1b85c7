namespace TradeBot.Exchanges.Streams;

/// <summary>Splits topics among connections and requests within the exchange's limits.</summary>
internal static class TopicSplit
{
    private const int CharactersPerConnection = 21_000, QuotesAndComma = 3, TopicsPerRequest = 100, SpotTopicsPerRequest = 10;

    public static IEnumerable<string[]> OverConnections(IEnumerable<string> topics)
    {
        List<string> part = [];
        int length = 0;
        foreach (string topic in topics)
        {
            int more = topic.Length + QuotesAndComma;
            if (length + more > CharactersPerConnection)
            {
                yield return [.. part];
                (part, length) = ([], 0);
            }

            part.Add(topic);
            length += more;
        }

        if (part.Count > 0)
            yield return [.. part];
    }

    public static IEnumerable<string[]> OverRequests(IEnumerable<string> topics, BybitCategory category) =>
        topics.Chunk(category == BybitCategory.Spot ? SpotTopicsPerRequest : TopicsPerRequest);
}
