using TradeBot.Exchanges.Streams;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests.Streams;

public class CandleTrackerTests
{
    private const long Minute = UnixTime.MillisecondsPerMinute;

    private readonly CandleTracker _tracker = new("X", Timeframe.OneMinute, expected: 10 * Minute);

    [Fact]
    public void A_candle_forms_then_closes_once()
    {
        Assert.False(Take(10, isClosed: false)!.Value.IsClosed);
        Assert.True(Take(10, isClosed: true)!.Value.IsClosed);
        Assert.Null(Take(10, isClosed: true));
        Assert.Null(Take(10, isClosed: false));
        Assert.Equal(11 * Minute, _tracker.Expected);
    }

    [Fact]
    public void A_later_candle_means_that_earlier_ones_are_missing()
    {
        Assert.False(_tracker.IsBehind(10 * Minute));
        Assert.True(_tracker.IsBehind(13 * Minute));
        Assert.Null(Take(13, isClosed: false)); // not before what is missing

        _tracker.Closed(10 * Minute);
        _tracker.Closed(11 * Minute);
        _tracker.CaughtUpTo(13 * Minute); // the market had no candle at 12
        Assert.NotNull(Take(13, isClosed: false));
        Assert.Null(Take(11, isClosed: true));
    }

    [Fact]
    public void An_older_state_of_the_same_candle_is_passed_over()
    {
        Assert.NotNull(Take(10, isClosed: false, timestamp: 5));
        Assert.Null(Take(10, isClosed: false, timestamp: 4));
        Assert.NotNull(Take(10, isClosed: true, timestamp: 3)); // what has closed is final
    }

    private CandleUpdate? Take(long minute, bool isClosed, long timestamp = 1) =>
        _tracker.Take(new KlinePush(minute * Minute, null, "1", 1, 2, 0.5, 1.5, 10, 15, isClosed, timestamp));
}
