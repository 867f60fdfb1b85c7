using Plotly.NET;
using TradeBot.MarketData;
using TradeBot.Reporting;
using Chart = TradeBot.Reporting.Chart;

namespace TradeBot.Integrations.PlotlyNet.Tests;

public class PlotlyNetChartsTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_line_over_time_comes_back_with_its_gap()
    {
        DateTime[] times = [Start, Start.AddHours(1), Start.AddHours(2)];
        Chart back = Chart.Line(times, new[] { 1, double.NaN, 3 }, "equity").ToPlotlyNet().ToChart();

        var line = Assert.IsType<LineSeries>(Assert.Single(Assert.Single(back.Panels).Series));
        Assert.Equal(AxisKind.Time, back.XAxis.Kind);
        Assert.Equal("equity", line.Name);
        Assert.Equal([1, double.NaN, 3], line.Y.ToArray());
        Assert.Equal(times.Select(time => (double)UnixTime.FromDateTime(time)), line.X.ToArray());
    }

    [Fact]
    public void Bars_over_names_come_back()
    {
        Chart back = Chart.Bars(new[] { "a", "b" }, new double[] { 2, 5 }, "worth").ToPlotlyNet().ToChart();

        var bars = Assert.IsType<BarSeries>(back.Panels[0].Series[0]);
        Assert.Equal(["a", "b"], back.XAxis.Categories);
        Assert.Equal([2, 5], bars.Y.ToArray());
    }

    [Fact]
    public void Candles_come_back_with_prices_and_times()
    {
        CandleSeries candles = Candles();
        Chart back = Chart.Candles(candles, volume: false).ToPlotlyNet().ToChart();

        CandleSeries again = Assert.IsType<CandlestickSeries>(back.Panels[0].Series[0]).Candles;
        Assert.Equal(candles.Timeframe, again.Timeframe);
        Assert.Equal(candles.OpenTimes.ToArray(), again.OpenTimes.ToArray());
        Assert.Equal(candles.Close.ToArray(), again.Close.ToArray());
    }

    [Fact]
    public void The_documented_example_runs_and_its_page_fetches_nothing()
    {
        CandleSeries candles = Candles();

        Chart ours = Chart.Candles(candles);
        GenericChart theirs = ours.ToPlotlyNet();
        string page = GenericChart.toEmbeddedHTML(theirs.Offline());
        Chart back = theirs.ToChart();

        Assert.DoesNotContain("src=\"https://", page, StringComparison.Ordinal);
        Assert.Equal(2, back.Panels.Sum(panel => panel.Series.Length));
    }

    [Fact]
    public void What_has_no_counterpart_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Heatmap(new[] { "a" }, new[] { "b" }, new double[,] { { 1 } }).ToPlotlyNet());
        Assert.Contains("HeatmapSeries", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Chart().ToPlotlyNet());
    }

    private static CandleSeries Candles() => new(
        "BTCUSDT", Timeframe.OneHour, new[] { 0L, 3_600_000, 7_200_000 }, new double[] { 1, 2, 3 }, new double[] { 2, 3, 4 }, new[] { 0.5, 1.5, 2.5 },
        new double[] { 2, 3, 3 }, new double[] { 1, 1, 5 });
}
