using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Charts;

public class ChartTests
{
    [Fact]
    public void Values_come_in_the_forms_that_a_researcher_has()
    {
        CandleSeries candles = Samples.Walk(3, Timeframe.OneDay);

        Chart[] charts =
        [
            Chart.Line(candles, candles.Close, "close"),
            Chart.Line(candles.OpenTimes, candles.Close),
            Chart.Line(Samples.Days(3), new double[] { 1, 2, 3 }),
            Chart.Line(Samples.Days(3).ToList(), new List<double> { 1, 2, 3 }),
            Chart.Line(Samples.Days(3), new decimal[] { 1, 2, 3 }),
        ];

        Assert.All(charts, chart => Assert.Equal(AxisKind.Time, chart.XAxis.Kind));
        Assert.All(charts, chart => Assert.Equal(candles.OpenTimes[2], ((LineSeries)chart.Panels[0].Series[0]).X.Span[2]));
    }

    [Fact]
    public void A_changed_copy_leaves_the_original()
    {
        Chart first = Chart.Line(Samples.Ramp(3));

        Chart second = first.WithTitle("t").WithYAxis("Equity", "USDT").AddLine(Samples.Ramp(3), Samples.Ramp(3));

        Assert.Equal(("", "", 1), (first.Title, first.Panels[0].YAxis.Caption, first.Panels[0].Series.Length));
        Assert.Equal(("t", "Equity (USDT)", 2), (second.Title, second.Panels[0].YAxis.Caption, second.Panels[0].Series.Length));
    }

    [Fact]
    public void Lengths_must_agree()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Line(Samples.Ramp(3), Samples.Ramp(2)));

        Assert.Contains("Expected 3 values, one per position, got 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_and_numbers_do_not_share_an_axis()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Line(Samples.Days(2), Samples.Ramp(2)).AddLine(Samples.Ramp(2), Samples.Ramp(2)));

        Assert.Contains("Time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_must_have_the_shape_of_its_axes()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Heatmap(new[] { 1, 2, 3 }, new[] { 1, 2 }, new double[3, 2]));

        Assert.Contains("Expected 2 rows of 3 values, got 3 rows of 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_in_candles_are_shaded_between_the_candles_around_them()
    {
        Chart chart = Chart.Candles(Samples.Walk(10, Timeframe.OneHour, "X", 4, 5));

        ShadedRegion gap = Assert.Single(chart.Regions);
        Assert.Equal(UnixTime.FromDateTime(Samples.Start.AddHours(3.5)), gap.From);
        Assert.Equal(UnixTime.FromDateTime(Samples.Start.AddHours(5.5)), gap.To);
    }

    [Fact]
    public void Candles_that_a_repair_made_up_are_shaded_apart_from_gaps()
    {
        CandleSeries walk = Samples.Walk(6, Timeframe.OneHour);
        var repaired = new CandleSeries(
            "X", Timeframe.OneHour, walk.OpenTimes.ToArray(), walk.Open.ToArray(), walk.High.ToArray(), walk.Low.ToArray(),
            walk.Close.ToArray(), walk.Volume.ToArray(), default, new[] { false, true, true, false, false, true });

        Assert.Equal(
            [("Synthetic candles", 0.5, 2.5), ("Synthetic candles", 4.5, 5.5)],
            Chart.Candles(repaired).Regions.Select(r => (r.Label, Hours(r.From), Hours(r.To))));

        static double Hours(double time) => (time - UnixTime.FromDateTime(Samples.Start)) / 3_600_000;
    }

    [Fact]
    public void Panels_stack_with_relative_heights()
    {
        Chart chart = Chart.Line(Samples.Days(2), Samples.Ramp(2)).WithPanelBelow(Chart.Area(Samples.Days(2), Samples.Ramp(2)), height: 0.25);

        Assert.Equal([1, 0.25], chart.Panels.Select(p => p.Height));
    }
}
