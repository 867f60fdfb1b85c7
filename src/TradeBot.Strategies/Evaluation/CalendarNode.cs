using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>What the open time of the latest candle says.</summary>
internal sealed class CalendarNode(FeedState feed, Func<DateTime, double> read) : Node
{
    public override void Step() => Value = read(feed.Candle.OpenTime);
}
