using TradeBot.Strategies;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading.Tests;

public class PerformanceTests
{
    [Fact]
    public void Drawdown_counts_from_the_peak_until_it_is_regained()
    {
        var equity = new EquityCurve(
            100, new[] { 1, 2, 3, 4, 5, 6 }.Select(x => x * 60_000L).ToArray(), new double[] { 110, 99, 88, 110, 120, 108 }, new float[6]);
        var drawdown = Drawdown.Of(equity);
        Assert.Equal(-0.2, drawdown.Depth, 1e-12);
        Assert.Equal(TimeSpan.FromMinutes(2), drawdown.Longest);
        Assert.Equal([0, -0.1, -0.2, 0, 0, -0.1], equity.Drawdowns().Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void A_close_at_midnight_ends_its_day()
    {
        const long Day = 86_400_000;
        var equity = new EquityCurve(100, new[] { Day / 2, Day, Day + 60_000, 3 * Day }, new double[] { 90, 110, 121, 121 }, new float[4]);

        // Day one ends at 110, day two at 121, day three at 121.
        Assert.Equal([0.1, 0.1, 0], equity.DailyReturns().Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void The_summary_of_a_small_run_is_worked_by_hand()
    {
        BacktestResult result = Backtest.Run(Market.OfCloses(100, 100, 110, 110, 99, 99), Market.Wanting(1, 1, 0, 1, 0, 0), Market.Free);
        PerformanceSummary summary = result.Performance;

        // 1000 → 1100 in the first trade; the second buys 10 at 110 and sells at 99: 990.
        Assert.Equal([100m, -110m], result.Trades.Select(t => t.Profit));
        Assert.Equal(-0.01, summary.TotalReturn, 1e-12);
        Assert.Equal(-0.1, summary.MaxDrawdown, 1e-12);
        Assert.Equal(0.5, summary.WinRate);
        Assert.Equal(100.0 / 110, summary.ProfitFactor, 1e-12);
        Assert.Equal(-5, summary.Expectancy, 1e-12);
        Assert.Equal(-0.01, summary.BuyAndHoldReturn, 1e-12);
        Assert.Equal((1000 + 1100 + 1100 + 990) / 1000.0, summary.Turnover, 1e-12);
        Assert.Equal(3.0 / 6, summary.TimeInMarket, 1e-12);
        Assert.Equal(double.NaN, summary.Sharpe); // one day has no deviation
    }

    [Fact]
    public void A_run_without_trades_has_no_win_rate()
    {
        PerformanceSummary summary = Backtest.Run(Market.OfCloses(100, 101, 102), Market.Wanting(0), Market.Free).Performance;
        Assert.Equal((double.NaN, double.NaN, 0), (summary.WinRate, summary.ProfitFactor, summary.Trades));
        Assert.Equal(0, summary.TotalReturn);
    }

    [Fact]
    public void Every_figure_is_named_once_and_defined()
    {
        PerformanceSummary summary = Backtest.Run(Market.OfCloses(100, 101, 102), new BuyAndHold()).Performance;
        Assert.Equal(summary.Figures.Count, summary.Figures.Select(f => f.Name).Distinct().Count());
        Assert.All(summary.Figures, f => Assert.EndsWith(".", f.Definition, StringComparison.Ordinal));
    }
}
