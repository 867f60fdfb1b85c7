using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TradeBot.Reporting.Tests.Charts;

/// <summary>Surfaces, boxes, parallel scales, calendars, notes and charts side by side.</summary>
public partial class ChartKindsTests
{
    [Fact]
    public void A_box_holds_the_middle_half_and_whiskers_end_at_values()
    {
        // Sorted 1 2 3 4 50: quartiles at places 1, 2, 3; one and a half boxes beyond are -1 and 7.
        BoxSummary box = BoxSummary.Of([4, 50, 1, double.NaN, 3, 2]);

        Assert.Equal((5, 1, 2, 3, 4, 4), (box.Count, box.Low, box.LowerQuartile, box.Median, box.UpperQuartile, box.High));
        Assert.Equal([50], box.Outliers.ToArray());
    }

    [Fact]
    public void Quartiles_between_values_are_interpolated()
    {
        // Places 0.75, 1.5 and 2.25 of 10 20 30 40.
        BoxSummary box = BoxSummary.Of([10, 20, 30, 40]);

        Assert.Equal((17.5, 25, 32.5), (box.LowerQuartile, box.Median, box.UpperQuartile));
        Assert.Empty(box.Outliers.ToArray());
    }

    [Fact]
    public void Boxes_are_told_to_Plotly_as_they_are_drawn_and_said_in_words()
    {
        JsonElement trace = Trace(Gallery.Charts["boxes"].ToPlotlyJson());

        Assert.Equal("box", trace.GetProperty("type").GetString());
        Assert.Equal("[3,2.5,null]", trace.GetProperty("median").GetRawText());
        Assert.Equal("[[50],[],[]]", trace.GetProperty("y").GetRawText());
        Assert.Contains("Mon median 3, middle half 2 to 4, 1 outlier; Tue median 2.5", Gallery.Charts["boxes"].ToText(), StringComparison.Ordinal);
        Assert.Contains("none nothing known", Gallery.Charts["boxes"].ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_a_contour_lie_where_the_surface_has_their_height()
    {
        // A plane that rises from 0 to 10 along x over 400 pixels: height 5 is half way, at every y.
        double[,] plane = { { 0, 10 }, { 0, 10 } };
        string svg = Chart.Contour(new double[] { 0, 10 }, new double[] { 0, 1 }, plane).ToSvg();
        XElement inner = XDocument.Parse(svg).Root!.Elements().First(e => e.Name.LocalName == "svg");
        double width = double.Parse(inner.Attribute("width")!.Value, CultureInfo.InvariantCulture);
        string lines = inner.Elements().Single(e => e.Attribute("stroke")?.Value == "#000").Attribute("d")!.Value;

        double[] across = [.. Points().Matches(lines).Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct()];
        Assert.Equal(9, across.Length); // heights 1 to 9
        Assert.Contains(across, x => Math.Abs(x - width / 2) < 0.02);
    }

    [Fact]
    public void A_surface_is_told_to_Plotly_with_its_numbers_and_said_in_words()
    {
        JsonElement trace = Trace(Gallery.Charts["contour with a hole"].ToPlotlyJson());

        Assert.Equal("contour", trace.GetProperty("type").GetString());
        Assert.Equal("[[0,1,null],[1,2,3]]", trace.GetProperty("z").GetRawText());
        Assert.Contains("Sharpe: surface over 9 by 7 points, lowest -7 at 0 and 0, highest 10 at 4 and 3", Gallery.Charts["contour"].ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_of_a_surface_rise()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Contour(new double[] { 0, 0 }, new double[] { 0, 1 }, new double[2, 2]));

        Assert.Contains("Expected ascending positions, got 0 after 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parallel_scales_hold_numbers_and_names()
    {
        Chart chart = Gallery.Charts["parallel coordinates"];
        JsonElement trace = Trace(chart.ToPlotlyJson()), kind = trace.GetProperty("dimensions")[1];

        Assert.Equal("parcoords", trace.GetProperty("type").GetString());
        Assert.Equal("[5,10,20]", trace.GetProperty("dimensions")[0].GetProperty("values").GetRawText());
        Assert.Equal(("[0,1,0]", "[\"ema\",\"sma\"]"), (kind.GetProperty("values").GetRawText(), kind.GetProperty("ticktext").GetRawText()));
        Assert.Contains("3 lines through fast (5 to 20), kind (ema to sma), slow (50 to 70); Sharpe lowest 0.5 at fast 5, kind ema, slow 50, highest 1.5 at fast 10, kind sma, slow n/a", chart.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parallel_scales_need_as_many_values_as_items()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Parallel([new ParallelDimension("a", new double[2]), new ParallelDimension("b", new double[3])], new double[2]));

        Assert.Contains("Expected 2 values of 'b', one per item, got 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_puts_each_day_in_its_week_and_weekday()
    {
        // 1 March 2024 is a Friday; the next Monday begins the second week.
        Chart chart = Chart.Calendar(Samples.Days(5), new double[] { 1, 2, 3, 4, 5 }, "Return");
        var cells = (HeatmapSeries)chart.Panels[0].Series[0];

        Assert.Equal(["2024-02-26", "2024-03-04"], chart.XAxis.Categories);
        Assert.Equal(["Sun", "Sat", "Fri", "Thu", "Wed", "Tue", "Mon"], chart.Panels[0].YAxis.Categories);
        Assert.Equal((1, 2, 3), (cells.At(0, 2), cells.At(0, 1), cells.At(0, 0)));
        Assert.Equal((4, 5), (cells.At(1, 6), cells.At(1, 5)));
        Assert.Equal(5, cells.Values.ToArray().Count(double.IsFinite));
    }

    [Fact]
    public void Days_of_a_calendar_rise() => Assert.Throws<ArgumentException>(
        () => Chart.Calendar([Samples.Start, Samples.Start.AddHours(3)], new double[] { 1, 2 }));

    [Fact]
    public void Zero_has_the_lightest_of_diverging_colours_and_both_ends_are_dark()
    {
        double[] light = [.. Enumerable.Range(0, ColorScale.Levels).Select(level => ColorScale.Luminance(level, diverging: true))];
        int lightest = Array.IndexOf(light, light.Max());

        Assert.InRange(lightest, ColorScale.Levels / 2 - 1, ColorScale.Levels / 2);
        Assert.Equal(light[..(lightest + 1)].Order(), light[..(lightest + 1)]);
        Assert.Equal(light[lightest..].OrderDescending(), light[lightest..]);
    }

    [Fact]
    public void Numbers_on_diverging_colours_reach_the_contrast_of_WCAG_AA()
    {
        for (int level = 0; level < ColorScale.Levels; level++)
        {
            double light = ColorScale.Luminance(level, diverging: true), text = ColorScale.TextColor(level, diverging: true) == "#fff" ? 1 : 0;
            Assert.InRange((Math.Max(light, text) + 0.05) / (Math.Min(light, text) + 0.05), 4.5, 21);
        }
    }

    [Fact]
    public void A_note_stands_in_every_form()
    {
        Chart chart = Gallery.Charts["annotated declines"];

        Assert.Contains(">-18.2%, back after 22 days</text>", chart.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("At 2024-03-24 00:00, 90: -18.2%, back after 22 days", chart.ToText(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(chart.ToPlotlyJson());
        Assert.Equal("-18.2%, back after 22 days", json.RootElement.GetProperty("layout").GetProperty("annotations")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Notes_at_one_place_stand_under_one_another()
    {
        Chart chart = Chart.Line(Samples.Ramp(10)).Annotate(5, 5, "one").Annotate(5, 5, "two").Annotate(5, 5, "three");

        double[] heights = [.. XDocument.Parse(chart.ToSvg()).Descendants().Where(e => e.Name.LocalName == "text" && e.Value is "one" or "two" or "three").Select(e => double.Parse(e.Attribute("y")!.Value, CultureInfo.InvariantCulture))];
        Assert.Equal(3, heights.Distinct().Count());
    }

    [Fact]
    public void Charts_side_by_side_share_their_axes()
    {
        ChartGrid grid = ChartGrid.Of([Chart.Line(new double[] { 0, 1 }).WithTitle("a"), Chart.Line(new double[] { 0, 5, 10 }).WithTitle("b")], columns: 2).WithTitle("Both");

        Assert.All(grid.Charts, chart => Assert.Equal((0, 2), (chart.XAxis.Minimum, chart.XAxis.Maximum)));
        Assert.All(grid.Charts, chart => Assert.Equal((0, 10.4), (chart.Panels[0].YAxis.Minimum, chart.Panels[0].YAxis.Maximum)));
    }

    [Fact]
    public void Charts_side_by_side_are_one_picture_one_description_and_words()
    {
        ChartGrid grid = ChartGrid.Of(Enumerable.Range(0, 5).Select(i => Chart.Line(Samples.Ramp(4 + i)).WithTitle($"fold {i}")), columns: 3).WithTitle("Folds");

        XElement wide = XDocument.Parse(grid.ToSvg()).Root!, narrow = XDocument.Parse(grid.ToSvg(new SvgOptions { Width = 380 })).Root!;
        Assert.Equal(["0", "324", "648"], Cells(wide).Take(3).Select(cell => cell.Attribute("x")!.Value));
        Assert.Equal(5, Cells(wide).Select(cell => (cell.Attribute("x")!.Value, cell.Attribute("y")!.Value)).Distinct().Count());
        Assert.All(Cells(narrow), cell => Assert.Equal("0", cell.Attribute("x")!.Value));
        using var json = JsonDocument.Parse(grid.ToPlotlyJson());
        Assert.Equal(["x", "x2", "x3", "x4", "x5"], json.RootElement.GetProperty("data").EnumerateArray().Select(t => t.GetProperty("xaxis").GetString()));
        Assert.Contains("fold 4", grid.ToText(), StringComparison.Ordinal);

        static IEnumerable<XElement> Cells(XElement root) => root.Elements().Where(e => e.Name.LocalName == "svg");
    }

    [Fact]
    public void A_chart_of_several_panels_has_no_place_in_a_grid() => Assert.Throws<ArgumentException>(
        () => ChartGrid.Of([Chart.Line(Samples.Ramp(2)).WithPanelBelow(Chart.Line(Samples.Ramp(2)))]));

    [GeneratedRegex(@"[ML](-?[\d.]+) ")]
    private static partial Regex Points();

    private static JsonElement Trace(string plotly)
    {
        using var json = JsonDocument.Parse(plotly);
        return json.RootElement.Clone().GetProperty("data")[0];
    }
}
