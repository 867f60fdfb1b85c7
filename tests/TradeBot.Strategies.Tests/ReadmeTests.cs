using TradeBot.MarketData;

namespace TradeBot.Strategies.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_runs()
    {
        SmaCross strategy = new(fast: 1, slow: 2);
        IStrategySession session = strategy.Start([new CandleFeed("BTCUSDT", Timeframe.OneMinute)]);
        var targets = new TargetExposures(["BTCUSDT"]);
        foreach (double close in new double[] { 10, 11 })
        {
            session.OnCandle(0, new Candle(DateTime.UnixEpoch, close, close, close, close, Volume: 1));
            session.Decide(targets);
        }
        double wanted = targets[0];

        Assert.Equal(1, wanted);
    }
}
