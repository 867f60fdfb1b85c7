using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading.Tests;

public class RiskFormulaTests
{
    [Fact]
    public void Drawdowns_are_counted_measured_and_timed()
    {
        // Two declines: 110 → 99 regained after 2 minutes from the trough, 120 → 108 → 90 not regained.
        var equity = new EquityCurve(
            100, Enumerable.Range(1, 7).Select(x => x * 60_000L).ToArray(), new double[] { 110, 99, 104.5, 110, 120, 108, 90 }, new float[7]);
        var drawdown = Drawdown.Of(equity);
        Assert.Equal(-0.25, drawdown.Depth, 1e-12);
        Assert.Equal((2, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2)), (drawdown.Count, drawdown.Longest, drawdown.LongestRecovery));
        Assert.Equal((-0.1 - 0.25) / 2, drawdown.AverageDepth, 1e-12);
        Assert.Equal(Math.Sqrt((0.01 + 0.0025 + 0.01 + 0.0625) / 7), drawdown.Ulcer, 1e-12);
        Assert.Equal((0.1 + 0.05 + 0.1 + 0.25) / 7, drawdown.Pain, 1e-12);
        Assert.Equal(4.0 / 7, drawdown.TimeUnderWater, 1e-12);
    }

    [Theory]
    [InlineData(false, 365)]
    [InlineData(true, 252)]
    public void A_year_has_the_days_of_the_data_s_own_calendar(bool skipsWeekends, double days)
    {
        DateTime[] dates = [.. Enumerable.Range(0, 30).Select(i => Market.Start.AddDays(i))
            .Where(d => !skipsWeekends || d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        double[] closes = [.. dates.Select((_, i) => 100.0 + i % 3)];
        var candles = new CandleSeries("TEST", Timeframe.OneDay, dates.Select(UnixTime.FromDateTime).ToArray(), closes, closes, closes, closes, closes);
        Assert.Equal(days, Backtest.Run(candles, new BuyAndHold()).Performance.PeriodsPerYear);
    }

    [Fact]
    public void Holding_beside_holding_has_a_beta_of_one_and_no_alpha()
    {
        double[] closes = [100, 100, 103, 101, 106, 104, 108];
        long[] days = [.. closes.Select((_, i) => UnixTime.FromDateTime(Market.Start.AddDays(i)))];
        double[] opens = [100, .. closes[..^1]];
        var candles = new CandleSeries(
            "TEST", Timeframe.OneDay, days, opens, closes.Zip(opens, Math.Max).ToArray(), closes.Zip(opens, Math.Min).ToArray(), closes, closes);
        BenchmarkFigures figures = Backtest.Run(candles, new BuyAndHold(), Market.Free).Performance.Benchmark;
        Assert.Equal((1, 0, 1), (Math.Round(figures.Beta, 9), Math.Round(figures.Alpha, 9), Math.Round(figures.Correlation, 9)));
        Assert.Equal((1, 1), (Math.Round(figures.UpCapture, 9), Math.Round(figures.DownCapture, 9)));
    }
}
