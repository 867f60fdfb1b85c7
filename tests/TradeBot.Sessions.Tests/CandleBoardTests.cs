using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading.Tests;

namespace TradeBot.Sessions.Tests;

/// <summary>Each row of the table of candles in the README.</summary>
public class CandleBoardTests
{
    private static readonly DateTime Start = Market.Start;

    private readonly CandleBoard _board = new([new CandleFeed("A", Timeframe.OneMinute), new CandleFeed("B", Timeframe.OneMinute), new CandleFeed("A", Timeframe.FiveMinutes)]);

    [Fact]
    public void A_moment_waits_for_all_feeds_that_can_close_then_and_shows_them_in_order()
    {
        Begin();
        Assert.Null(Closed(1, minute: 0, close: 20));
        Assert.False(_board.IsComplete);
        Assert.Null(Closed(0, minute: 0, close: 10));
        Assert.True(_board.IsComplete); // the five-minute candle cannot close at 00:01

        BoardMoment moment = _board.Next();
        Assert.Equal([(0, 10.0), (1, 20.0)], moment.Candles.Select(c => (c.Feed, c.Candle.Close)));
        Assert.Equal(Start.AddMinutes(1), UnixTime.ToDateTime(moment.Time));
        Assert.Empty(moment.Absent);
    }

    [Fact]
    public void A_moment_at_which_a_longer_candle_closes_waits_for_it_too()
    {
        Begin();
        for (int minute = 0; minute < 5; minute++)
        {
            Closed(0, minute, 10);
            Closed(1, minute, 20);
            if (minute < 4)
                _board.Next();
        }

        Assert.False(_board.IsComplete);
        Closed(2, minute: 0, close: 10);
        Assert.True(_board.IsComplete);
        Assert.Equal([0, 1, 2], _board.Next().Candles.Select(c => c.Feed));
    }

    [Fact]
    public void A_forming_candle_is_not_shown_and_says_that_those_before_it_are_over()
    {
        Begin();
        Closed(0, minute: 0, close: 10);
        Assert.False(_board.IsComplete);
        _board.Take(FeedNews.Forming(1, Candle(1, 21))); // B had no candle at 00:00
        Assert.True(_board.IsComplete);
        Assert.Equal([0], _board.Next().Candles.Select(c => c.Feed));
        Assert.Equal(long.MaxValue, _board.NextMoment);
    }

    [Fact]
    public void A_candle_that_does_not_come_in_time_is_absent_and_late_when_it_comes()
    {
        Begin();
        Closed(0, minute: 0, close: 10);
        BoardMoment without = _board.Next(); // the patience is over
        Assert.Equal([1], without.Absent);

        CandleNotice late = Assert.IsType<CandleNotice>(Closed(1, minute: 0, close: 20));
        Assert.Equal(CandleFault.Late, late.Fault);
        Assert.True(_board.IsComplete);
        BoardMoment shown = _board.Next();
        Assert.True(shown.IsLate);
        Assert.Equal([(1, 20.0)], shown.Candles.Select(c => (c.Feed, c.Candle.Close)));
        Assert.Equal(without.Time, _board.Decided);
    }

    [Fact]
    public void Missing_candles_are_counted_and_nothing_is_made_up()
    {
        Begin();
        Closed(0, minute: 0, close: 10);
        CandleNotice missing = Assert.IsType<CandleNotice>(Closed(0, minute: 4, close: 14));
        Assert.Equal((CandleFault.Missing, Start.AddMinutes(4)), (missing.Fault, missing.Time));
        Assert.Contains("follows 3 missing candles", missing.Text, StringComparison.Ordinal);
        _board.Take(FeedNews.Passed(UnixTime.FromDateTime(Start.AddMinutes(5))));
        Assert.Equal([10.0, 14.0], [_board.Next().Candles[0].Candle.Close, _board.Next().Candles[0].Candle.Close]);
    }

    [Fact]
    public void A_repeated_candle_is_passed_over_and_a_revised_one_does_not_replace_the_first()
    {
        Begin();
        Closed(0, minute: 0, close: 10);
        Assert.Equal(CandleFault.Repeated, Closed(0, minute: 0, close: 10)?.Fault);
        CandleNotice revised = Assert.IsType<CandleNotice>(Closed(0, minute: 0, close: 11));
        Assert.Equal(CandleFault.Revised, revised.Fault);
        Assert.Contains("11", revised.Text, StringComparison.Ordinal);
        _board.Take(FeedNews.Passed(UnixTime.FromDateTime(Start.AddMinutes(1))));
        Assert.Equal(10, Assert.Single(_board.Next().Candles).Candle.Close);
        Assert.Equal(long.MaxValue, _board.NextMoment);
    }

    [Fact]
    public void A_candle_after_a_later_one_of_its_feed_is_not_shown()
    {
        Begin();
        Closed(0, minute: 0, close: 10);
        Closed(0, minute: 2, close: 12);
        Assert.Equal(CandleFault.OutOfOrder, Closed(0, minute: 1, close: 11)?.Fault);
    }

    [Theory]
    [InlineData(0.5, 10, 10, 10, 10)]   // opens off the grid
    [InlineData(0, 10, 9, 10, 10)]      // the high is below the low
    [InlineData(0, 10, 12, 9, 13)]      // the close is above the high
    [InlineData(0, double.NaN, 10, 10, 10)]
    [InlineData(0, 10, 10, 0, 10)]
    [InlineData(0, 10, double.PositiveInfinity, 10, 10)]
    public void A_candle_that_cannot_be_is_not_used(double minute, double open, double high, double low, double close)
    {
        Begin();
        var candle = new Candle(Start.AddMinutes(minute), open, high, low, close, 1);
        Assert.Equal(CandleFault.Unusable, _board.Take(FeedNews.Closed(0, candle, 0))?.Fault);
        Assert.Equal(long.MaxValue, _board.NextMoment);
    }

    [Fact]
    public void A_moment_is_never_decided_before_one_that_may_still_come()
    {
        Begin();
        Closed(0, minute: 1, close: 11); // A had none at 00:00, but B may
        Assert.False(_board.IsComplete);
        Closed(1, minute: 0, close: 20);
        Assert.Equal(Start.AddMinutes(1), UnixTime.ToDateTime(_board.Next().Time));
    }

    private void Begin() => _board.Take(FeedNews.Passed(UnixTime.FromDateTime(Start)));

    private CandleNotice? Closed(int feed, int minute, double close) => _board.Take(FeedNews.Closed(feed, Candle(minute, close), 0));

    private static Candle Candle(int minute, double close) => new(Start.AddMinutes(minute), close, close, close, close, 1);
}
