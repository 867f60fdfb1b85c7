using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Charts;

public partial class SvgChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Kinds => [.. Gallery.Charts.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_well_formed_names_itself_and_stays_in_its_frame(string kind)
    {
        XElement root = Parse(Gallery.Charts[kind].ToSvg());

        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.NotEmpty(root.Element(Svg + "title")!.Value);
        Assert.NotEmpty(root.Element(Svg + "desc")!.Value);
        double width = Number(root.Attribute("width")!), height = Number(root.Attribute("height")!);
        Assert.All(Texts(root), t => Assert.InRange(Number(t.Attribute("x")!), 0, width));
        Assert.All(Texts(root), t => Assert.InRange(Number(t.Attribute("y")!), 0, height));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Texts_of_every_kind_do_not_overlap_at_any_width(string kind)
    {
        foreach (int width in (int[])[320, 380, 640, 960, 1400])
        {
            XElement root = Parse(Gallery.Charts[kind].ToSvg(new SvgOptions { Width = width }));
            (double Left, double Right, double Y, string Text)[] boxes = [.. root.Elements(Svg + "text").Select(Box)];
            for (int i = 0; i < boxes.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    bool overlap = boxes[i].Left < boxes[j].Right && boxes[j].Left < boxes[i].Right && Math.Abs(boxes[i].Y - boxes[j].Y) < 10;
                    Assert.False(overlap, $"'{boxes[i].Text}' covers '{boxes[j].Text}' at width {width}.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_chart_gives_the_same_bytes_in_any_culture(string kind)
    {
        string expected = Gallery.Charts[kind].ToSvg();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = DecimalComma();
            Assert.Equal(expected, Gallery.Charts[kind].ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_line_passes_through_its_values()
    {
        // Fixed axis 0..10 over 100 pixels: 0 is at 100, 2.5 at 75, 10 at 0.
        string svg = Chart.Line(new double[] { 0, 2.5, 10 }).WithYRange(0, 10).ToSvg(new SvgOptions { PlotHeight = 100, Width = 400 });

        MatchCollection points = Points().Matches(svg[svg.IndexOf("stroke-linejoin", StringComparison.Ordinal)..]);
        Assert.Equal([100, 75, 0], points.Take(3).Select(m => double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_unknown_value_is_a_gap_not_a_zero()
    {
        string svg = Chart.Line(new double[] { 5, 5, double.NaN, 5, 5 }).WithYRange(0, 10).ToSvg(new SvgOptions { PlotHeight = 100 });

        string path = svg[svg.IndexOf("stroke-linejoin", StringComparison.Ordinal)..];
        path = path[..path.IndexOf("/>", StringComparison.Ordinal)];
        Assert.Equal(2, path.Count(c => c == 'M'));
        Assert.DoesNotContain(" 100", path, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_data_cannot_become_markup()
    {
        string svg = Chart.Candles(Samples.Walk(5, Timeframe.OneDay, "<script>alert(1)</script>")).ToSvg();

        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<script>alert(1)</script> 1d", Parse(svg).Element(Svg + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_of_minutes_stays_small_and_keeps_its_extremes()
    {
        const int Minutes = 525_600;
        double[] values = new double[Minutes];
        for (int i = 0; i < Minutes; i++)
            values[i] = Math.Sin(i / 9000.0) + 0.05 * Math.Sin(i * 1.7);
        (values[123_456], values[400_000]) = (7, -7);
        long[] times = [.. Enumerable.Range(0, Minutes).Select(i => UnixTime.FromDateTime(Samples.Start) + 60_000L * i)];

        string svg = Chart.Line(times, values).WithYRange(-7, 7).ToSvg(new SvgOptions { PlotHeight = 280 });

        Assert.InRange(svg.Length, 1, 150_000);
        string path = svg[svg.IndexOf("stroke-linejoin", StringComparison.Ordinal)..];
        Assert.Contains("V0", path, StringComparison.Ordinal);
        Assert.Contains("V280", path, StringComparison.Ordinal);
    }

    [Fact]
    public void Longer_candles_are_announced()
    {
        string svg = Chart.Candles(Samples.Walk(5000, Timeframe.OneMinute)).ToSvg();

        Assert.Contains("Drawn as 15m candles.", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Heat_map_cells_take_the_colour_of_their_level()
    {
        string svg = Chart.Heatmap(new[] { 1, 2 }, new[] { 1 }, new double[,] { { 0, 1 } }).ToSvg();

        Assert.Contains($"crispEdges\" fill=\"{ColorScale.Color(0)}\"", svg, StringComparison.Ordinal);
        Assert.Contains($"crispEdges\" fill=\"{ColorScale.Color(ColorScale.Levels - 1)}\"", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(1.006, "1.01")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(-0.001, "0")]
    [InlineData(12.345678, "12.35")]
    public void Coordinates_have_two_decimals(double value, string expected) =>
        Assert.Equal(expected, new SvgWriter().Number(value).ToString());

    [GeneratedRegex(@"[ML](-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Points();

    private static CultureInfo DecimalComma()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "~");
        return culture;
    }

    private static XElement Parse(string svg) => XDocument.Parse(svg).Root!;

    private static IEnumerable<XElement> Texts(XElement root) => root.Elements(Svg + "text");

    private static (double Left, double Right, double Y, string Text) Box(XElement text)
    {
        // 0.5 em a character is a little less than real type takes on average.
        double size = text.Attribute("font-size") is XAttribute s ? Number(s) : 12;
        double x = Number(text.Attribute("x")!), width = 0.5 * size * text.Value.Length;
        double left = text.Attribute("text-anchor")?.Value switch { "middle" => x - width / 2, "end" => x - width, _ => x };
        return (left, left + width, Number(text.Attribute("y")!), text.Value);
    }

    private static double Number(XAttribute attribute) => double.Parse(attribute.Value, CultureInfo.InvariantCulture);
}
