using System.Text.Json;
using System.Text.RegularExpressions;

namespace TradeBot.Reporting.Tests.Charts;

public partial class LineGapTests
{
    private static readonly DateTime Start = Samples.Start;

    [Theory]
    [InlineData(60, 30, 12)] // half a day of hours is missing
    [InlineData(200, 150, 1)] // one candle
    [InlineData(20_000, 9_000, 900)] // more points than pixels
    public void A_line_and_a_surface_over_times_are_not_drawn_over_a_gap(int count, int before, int missing)
    {
        DateTime[] times = [.. Enumerable.Range(0, count).Select(i => Start.AddHours(i < before ? i : i + missing))];
        double[] values = Samples.Ramp(count);

        Assert.Equal(2, Strokes(Chart.Line(times, values, "Equity").ToSvg()));
        Assert.Equal(2, Strokes(Chart.Area(times, values, "Drawdown").ToSvg()));
        using var json = JsonDocument.Parse(Chart.Line(times, values, "Equity").ToPlotlyJson());
        Assert.Equal(1, json.RootElement.GetProperty("data")[0].GetProperty("y").EnumerateArray().Count(y => y.ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public void Several_gaps_in_a_short_line_are_each_left_open()
    {
        DateTime[] times = [.. Enumerable.Range(0, 60).Where(i => i is not (10 or 11 or 30 or 45 or 46 or 47)).Select(i => Start.AddHours(i))];

        Assert.Equal(4, Strokes(Chart.Line(times, Samples.Ramp(times.Length)).ToSvg()));
    }

    [Fact]
    public void Nights_and_weekends_of_an_exchange_are_no_gaps_but_a_lost_fortnight_is()
    {
        DateTime[] hours = [.. Enumerable.Range(0, 120 * 24).Select(i => Start.AddHours(i)).Where(time => time.Hour is >= 14 and < 21 && time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        DateTime[] lost = [.. hours.Where(time => time < Start.AddDays(40) || time >= Start.AddDays(54))];

        Assert.Equal(1, Strokes(Chart.Line(hours, Samples.Ramp(hours.Length)).ToSvg()));
        Assert.Equal(2, Strokes(Chart.Line(lost, Samples.Ramp(lost.Length)).ToSvg()));
    }

    [Fact]
    public void Weekends_of_a_stock_exchange_and_lengths_of_months_are_no_gaps()
    {
        DateTime[] days = [.. Enumerable.Range(0, 200).Select(i => Start.AddDays(i)).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        DateTime[] months = [.. Enumerable.Range(0, 60).Select(Start.AddMonths)];
        DateTime[] fills = [.. Enumerable.Range(0, 60).Select(i => Start.AddMinutes(i * i))];

        Assert.All((DateTime[][])[days, months, fills], times => Assert.Equal(1, Strokes(Chart.Line(times, Samples.Ramp(times.Length)).ToSvg())));
    }

    [Fact]
    public void A_line_over_numbers_has_no_gaps_but_unknown_values()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => i < 30 ? i : i + 50.0)], y = Samples.Ramp(60);

        Assert.Equal(1, Strokes(Chart.Line(x, y).ToSvg()));
        y[20] = double.NaN;
        Assert.Equal(2, Strokes(Chart.Line(x, y).ToSvg()));
    }

    [Theory]
    [InlineData(LineShape.Straight, "MHL", null)]
    [InlineData(LineShape.StepAfter, "MHHV", "hv")]
    [InlineData(LineShape.StepBefore, "MHVH", "vh")]
    public void Steps_turn_at_right_angles(LineShape shape, string commands, string? plotly)
    {
        Chart chart = new Chart().AddLine(new double[] { 0, 1, 2 }, new double[] { 0, 0, 5 }, "Best so far", shape: shape);

        string path = Line().Matches(chart.ToSvg())[^1].Groups["d"].Value;
        Assert.Equal(commands, string.Concat(path.Where(char.IsAsciiLetterUpper)));
        using var json = JsonDocument.Parse(chart.ToPlotlyJson());
        bool has = json.RootElement.GetProperty("data")[0].GetProperty("line").TryGetProperty("shape", out JsonElement form);
        Assert.Equal(plotly, has ? form.GetString() : null);
    }

    [Fact]
    public void Words_at_a_point_stand_clear_of_the_line_and_of_one_another()
    {
        double[] y = [.. Enumerable.Range(0, 400).Select(i => 50 * Math.Sin(i / 9.0))];
        Chart chart = Chart.Line(y, "Equity").Annotate(100, y[100], "1: -14.4%").Annotate(106, y[106], "2: -9.1%").Annotate(250, y[250], "3: -3.3%");

        (double Left, double Top, double Right, double Bottom)[] plates = [.. Plate().Matches(chart.ToSvg()).Select(m =>
            (N(m, "x"), N(m, "y"), N(m, "x") + N(m, "w"), N(m, "y") + N(m, "h")))];

        Assert.Equal(3, plates.Length);
        for (int i = 0; i < plates.Length; i++)
        {
            for (int k = i + 1; k < plates.Length; k++)
                Assert.False(plates[i].Left < plates[k].Right && plates[k].Left < plates[i].Right && plates[i].Top < plates[k].Bottom && plates[k].Top < plates[i].Bottom);
        }

        static double N(Match match, string name) => double.Parse(match.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    // How many separate strokes the first line of a picture has.
    private static int Strokes(string svg) => Line().Matches(svg)[^1].Groups["d"].Value.Count(c => c is 'M' or 'm');

    [GeneratedRegex("<path class=\"s0\"[^>]* d=\"(?<d>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex("<rect rx=\"3\"[^>]* x=\"(?<x>[^\"]*)\" y=\"(?<y>[^\"]*)\" width=\"(?<w>[^\"]*)\" height=\"(?<h>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plate();
}
