using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Reporting.Tests.Reports;

public class BacktestChartsTests
{
    private static readonly long Day = UnixTime.MillisecondsPerDay;

    [Fact]
    public void Declines_run_from_the_peak_to_its_return_and_the_deepest_comes_first()
    {
        // From 100: down to 90 and back by the fourth day; up to 120; down to 84, 30 % below, and never back.
        var equity = new EquityCurve(100, new[] { 1, 2, 3, 4, 5, 6, 7 }.Select(d => d * Day).ToArray(), new double[] { 100, 90, 95, 110, 120, 84, 96 }, new float[7]);

        Assert.Equal(
            [new Decline(5 * Day, 6 * Day, 7 * Day, 84, 84.0 / 120 - 1, Recovered: false), new Decline(1 * Day, 2 * Day, 4 * Day, 90, 90.0 / 100 - 1, Recovered: true)],
            Decline.DeepestOf(equity, 5));
        Assert.Single(Decline.DeepestOf(equity, 1));
    }

    [Fact]
    public void A_curve_that_only_rises_has_no_decline() =>
        Assert.Empty(Decline.DeepestOf(new EquityCurve(100, new[] { Day }, new double[] { 101 }, new float[1]), 5));

    [Fact]
    public void The_chart_of_declines_shades_and_names_them()
    {
        BacktestRecord run = BacktestRecord.Of(Backtest.Run(Samples.Walk(900, Timeframe.OneHour), new SmaCross(5, 20)));

        Chart chart = BacktestCharts.Declines(run, count: 2);

        Assert.InRange(chart.Panels[0].Notes.Length, 1, 2);
        Assert.Equal(2 * chart.Panels[0].Notes.Length, chart.Regions.Length);
        Assert.Equal("1: " + ValueFormat.Percent(1).Format(run["Maximum drawdown"]), chart.Panels[0].Notes[0].Text);
    }

    [Fact]
    public void Declines_too_small_to_matter_are_left_out_and_the_table_says_when_each_peak_was_regained()
    {
        // Down 20 % and back; then 1 % and back, a twentieth as deep; then 2 % at the end, a tenth.
        double[] values = [100, 80, 100, 99, 100, 98];
        var equity = new EquityCurve(100, new[] { 1, 2, 3, 4, 5, 6 }.Select(d => d * Day).ToArray(), values, new float[6]);
        BacktestRecord run = BacktestRecord.Of(Backtest.Run(Samples.Walk(100, Timeframe.OneHour), new SmaCross(5, 20))) with { Equity = equity };

        Assert.Equal([-0.2, -0.02], Decline.DeepestOf(equity, 5).Select(d => Math.Round(d.Depth, 12)));
        Assert.Equal(["1970-01-04 00:00", "not by the end"], BacktestCharts.DeclineTable(run).Rows.Select(row => row[4]));
        Assert.Equal(["Falling", "Recovering"], BacktestCharts.Declines(run).Regions.Select(region => region.Label).Distinct());
    }

    [Fact]
    public void A_run_of_one_month_has_no_empty_months()
    {
        BacktestRecord run = BacktestRecord.Of(Backtest.Run(Samples.Walk(60, Timeframe.OneHour), new BuyAndHold())) with { PeriodReturns = new double[] { 0.1 } };

        Chart calendar = BacktestCharts.Calendar(run);

        Assert.Equal(run.Months.Select(m => PerformanceReport.MonthName(m.Month)), calendar.XAxis.Categories);
        Assert.Equal(run.Months.Count + 2, PerformanceReport.Months(run.Months).Columns.Length);
    }

    [Fact]
    public void The_calendar_holds_each_day_of_a_short_run_and_each_month_of_a_long_one()
    {
        BacktestRecord weeks = BacktestRecord.Of(Backtest.Run(Samples.Walk(24 * 30, Timeframe.OneHour), new SmaCross(5, 20)));
        BacktestRecord years = BacktestRecord.Of(Backtest.Run(Samples.Walk(900, Timeframe.OneDay), new SmaCross(5, 20)));

        var days = (HeatmapSeries)BacktestCharts.Calendar(weeks).Panels[0].Series[0];
        Assert.Equal(weeks.PeriodReturns.ToArray().Order(), days.Values.ToArray().Where(double.IsFinite).Order());

        Chart calendar = BacktestCharts.Calendar(years);
        Assert.Equal(["2024", "2025", "2026"], calendar.Panels[0].YAxis.Categories);
        Assert.Equal(years.Months[0].Return, ((HeatmapSeries)calendar.Panels[0].Series[0]).At(2, 0)); // March 2024
    }
}
