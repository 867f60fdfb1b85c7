using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Research.Tests;

public class SharpeConfidenceTests
{
    [Fact]
    public void A_backtest_and_a_study_trust_a_sharpe_ratio_alike()
    {
        PerformanceSummary summary = Backtest.Run(MarketGenerator.Single(count: 60_000, seed: 3), new BuyAndHold()).Performance;
        SharpeStatistics measured = SharpeStatistics.Of(summary.PeriodReturns.Span);
        Assert.Equal(ProbabilisticSharpeRatio.Of(measured), summary.Risk.ProbabilisticSharpe);
        double days = MinimumTrackRecordLength.Observations(measured);
        Assert.Equal(double.IsInfinity(days) ? days : Math.Round(days, 6), double.IsInfinity(days) ? summary.Risk.MinimumTrackRecord : Math.Round(summary.Risk.MinimumTrackRecord, 6));
    }
}
