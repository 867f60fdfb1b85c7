using TradeBot.MarketData;

namespace TradeBot.Strategies.Tests;

public class SmaCrossTests
{
    private static readonly CandleFeed Feed = new("TEST", Timeframe.OneMinute);

    [Fact]
    public void Is_long_while_the_fast_average_is_above_the_slow_one()
    {
        // SMA(1) against SMA(2): rising closes are above their mean, falling ones below.
        Assert.Equal([0, 1, 1, 0, 0, 1], Targets(new SmaCross(1, 2), 10, 11, 12, 11, 10, 11));
    }

    [Fact]
    public void May_be_short_below()
    {
        Assert.Equal([0, 1, -1, 1], Targets(new SmaCross(1, 2, allowShort: true), 10, 11, 10, 12));
    }

    [Fact]
    public void Equal_averages_keep_the_position()
    {
        Assert.Equal([0, 1, 1, 1], Targets(new SmaCross(1, 2), 10, 11, 11, 11));
    }

    [Fact]
    public void Sessions_share_nothing()
    {
        var strategy = new SmaCross(1, 2);
        Targets(strategy, 10, 20, 30);
        Assert.Equal([0, 0], Targets(strategy, 10, 5));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(20, 10)]
    public void Periods_out_of_order_are_refused(int fast, int slow)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmaCross(fast, slow));
    }

    [Fact]
    public void A_second_feed_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => new SmaCross(1, 2).Start([Feed, new CandleFeed("OTHER", Timeframe.OneHour)]));
        Assert.Contains("OTHER 1h", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Buy_and_hold_is_long_from_the_first_candle()
    {
        Assert.Equal([1, 1], Targets(new BuyAndHold(), 10, 9));
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void An_exposure_beyond_equity_is_refused(double exposure)
    {
        var targets = new DrivenTargets(["TEST"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => targets[0] = exposure);
    }

    private static double[] Targets(IStrategy strategy, params double[] closes)
    {
        IStrategySession session = strategy.Start([Feed]);
        var targets = new DrivenTargets([Feed.Symbol]);
        return [.. closes.Select((close, i) =>
        {
            session.OnCandle(0, new Candle(DateTime.UnixEpoch.AddMinutes(i), close, close, close, close, 1));
            session.Decide(targets);
            return targets[0];
        })];
    }
}
