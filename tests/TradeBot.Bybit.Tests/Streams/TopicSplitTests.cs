using TradeBot.Exchanges.Streams;

namespace TradeBot.Exchanges.Tests.Streams;

public class TopicSplitTests
{
    [Fact]
    public void No_connection_has_more_characters_than_permitted_and_no_topic_is_lost()
    {
        string[] topics = [.. Enumerable.Range(0, 3000).Select(i => $"kline.1.SYMBOL{i}USDT")];
        string[][] parts = [.. TopicSplit.OverConnections(topics)];
        Assert.Equal(topics, parts.SelectMany(p => p));
        Assert.All(parts, part => Assert.True(string.Join(',', part.Select(t => $"\"{t}\"")).Length <= 21_000));
        Assert.Equal(4, parts.Length); // about 26 characters each: 78,000 in all
    }

    [Fact]
    public void Spot_takes_ten_topics_in_a_request() =>
        Assert.Equal([10, 10, 5], TopicSplit.OverRequests(Enumerable.Range(0, 25).Select(i => $"t{i}"), BybitCategory.Spot).Select(p => p.Length));
}
