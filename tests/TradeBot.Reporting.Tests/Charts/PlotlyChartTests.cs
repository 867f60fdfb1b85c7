using System.Text.Json;

using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Charts;

public class PlotlyChartTests
{
    public static TheoryData<string> Kinds => [.. Gallery.Charts.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_valid_JSON_with_one_trace_a_series(string kind)
    {
        Chart chart = Gallery.Charts[kind];

        using var json = JsonDocument.Parse(chart.ToPlotlyJson());

        Assert.Equal(chart.Panels.Sum(p => p.Series.Length), json.RootElement.GetProperty("data").GetArrayLength());
        Assert.True(json.RootElement.TryGetProperty("layout", out _));
    }

    [Fact]
    public void A_line_holds_its_times_and_values_with_null_for_unknown()
    {
        JsonElement trace = Traces(Chart.Line(Samples.Days(3), new[] { 1, double.NaN, 2.5 }, "Equity"))[0];

        Assert.Equal(("scatter", "lines", "Equity"), (Text(trace, "type"), Text(trace, "mode"), Text(trace, "name")));
        Assert.Equal(["2024-03-01 00:00", "2024-03-01 00:00", "2024-03-03 00:00"], trace.GetProperty("x").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal(["1", "null", "2.5"], trace.GetProperty("y").EnumerateArray().Select(y => y.GetRawText()));
    }

    [Fact]
    public void Candles_hold_their_four_prices_over_a_volume_panel()
    {
        CandleSeries series = Samples.Walk(4, Timeframe.OneDay);

        JsonElement[] traces = Traces(Chart.Candles(series));

        Assert.Equal(["candlestick", "bar"], traces.Select(t => Text(t, "type")));
        Assert.Equal(["y", "y2"], traces.Select(t => Text(t, "yaxis")));
        foreach ((string name, double[] column) in new[] { ("open", series.Open.ToArray()), ("high", series.High.ToArray()), ("low", series.Low.ToArray()), ("close", series.Close.ToArray()) })
            Assert.Equal(column, traces[0].GetProperty(name).EnumerateArray().Select(v => v.GetDouble()));
    }

    [Fact]
    public void A_heat_map_holds_rows_of_values()
    {
        JsonElement trace = Traces(Gallery.Charts["heat map"])[0];

        Assert.Equal(["5", "10", "20"], trace.GetProperty("x").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal("[[0.1,0.5,null],[1.2,-0.3,0.7]]", trace.GetProperty("z").GetRawText());
    }

    [Fact]
    public void A_long_line_is_thinned_to_the_limit_and_keeps_its_extremes()
    {
        double[] y = Samples.Ramp(100_000);
        (y[777], y[55_555]) = (-5, 1e6);

        using var json = JsonDocument.Parse(Chart.Line(y).ToPlotlyJson(maximumPoints: 400));

        double[] kept = [.. json.RootElement.GetProperty("data")[0].GetProperty("y").EnumerateArray().Select(v => v.GetDouble())];
        Assert.InRange(kept.Length, 100, 400);
        Assert.Equal((-5, 1e6), (kept.Min(), kept.Max()));
    }

    [Fact]
    public void Titles_cannot_smuggle_in_the_tags_that_Plotly_reads()
    {
        using var json = JsonDocument.Parse(Chart.Line(Samples.Ramp(2)).WithTitle("<a href='x'>t</a>").ToPlotlyJson());

        Assert.Equal("&lt;a href='x'>t&lt;/a>", json.RootElement.GetProperty("layout").GetProperty("title").GetProperty("text").GetString());
    }

    private static JsonElement[] Traces(Chart chart)
    {
        using var json = JsonDocument.Parse(chart.ToPlotlyJson());
        return [.. json.RootElement.Clone().GetProperty("data").EnumerateArray()];
    }

    private static string? Text(JsonElement trace, string property) => trace.GetProperty(property).GetString();
}
