using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A series that code computes.</summary>
internal sealed class CodeNode(FeedState feed, CodeSeries code) : Node
{
    private readonly Func<Candle, double> _next = code.Open(new SeriesSource(feed.Feed, feed.Known));

    public override void Step() => Value = _next(feed.Candle);
}
