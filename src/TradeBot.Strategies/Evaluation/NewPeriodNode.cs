using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Whether the latest candle is the first of a longer period, such as a day; unknown for the very first candle.</summary>
internal sealed class NewPeriodNode(FeedState feed, Timeframe period) : Node
{
    private long _close = long.MinValue;

    public override void Step()
    {
        long time = UnixTime.FromDateTime(feed.Candle.OpenTime);
        if (time < _close)
        {
            Value = 0;
            return;
        }

        Value = _close == long.MinValue ? double.NaN : 1;
        _close = period.NextOpen(period.OpenOf(time));
    }
}
