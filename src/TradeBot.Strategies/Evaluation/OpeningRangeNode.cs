using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>The highest or lowest price of the first minutes of a session that begins at the same time each day.</summary>
/// <remarks>Known from the close of the range's last candle to the next session's start; unknown when no candle opened in the range.</remarks>
internal sealed class OpeningRangeNode(FeedState feed, long start, long length, bool high) : Node
{
    private long _session = long.MinValue;
    private double _extreme = double.NaN;

    public override void Step()
    {
        ref readonly Candle candle = ref feed.Candle;
        long time = UnixTime.FromDateTime(candle.OpenTime);
        long session = Timeframe.OneDay.OpenOf(time - start) + start;
        if (session != _session)
            (_session, _extreme) = (session, double.NaN);

        if (time < session + length)
            _extreme = Extend(high ? candle.High : candle.Low);
        Value = feed.Feed.Timeframe.NextOpen(time) >= session + length ? _extreme : double.NaN;
    }

    private double Extend(double price)
    {
        if (double.IsNaN(_extreme))
            return price;
        return high ? Math.Max(_extreme, price) : Math.Min(_extreme, price);
    }
}
