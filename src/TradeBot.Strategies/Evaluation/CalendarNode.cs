using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A question about the open time of the latest candle.</summary>
internal sealed class CalendarNode(FeedState feed, Func<DateTime, bool> question) : Node
{
    public override void Step() => Value = Truth.Of(question(feed.Candle.OpenTime));
}
