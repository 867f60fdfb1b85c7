using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Charts;

public class TimeTicksTests
{
    [Fact]
    public void Months_of_a_year_bear_the_year_once_and_where_it_changes()
    {
        List<AxisTick> ticks = Between("2023-10-15", "2024-03-20", 400);

        Assert.Equal(["Nov", "Dec", "Jan", "Feb", "Mar"], ticks.Select(t => t.Label));
        Assert.Equal(["2023", "", "2024", "", ""], ticks.Select(t => t.Context));
        Assert.Equal(At("2024-02-01"), ticks[3].Value);
    }

    [Fact]
    public void Months_keep_their_calendar_start_through_a_leap_february() =>
        Assert.Equal(
            ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"],
            Between("2024-01-01", "2024-04-01", 200).Select(t => Date(t.Value)));

    [Fact]
    public void Hours_bear_the_date_at_midnight()
    {
        List<AxisTick> ticks = Between("2024-02-28 20:00", "2024-02-29 10:00", 350);

        Assert.Equal(["21:00", "00:00", "03:00", "06:00", "09:00"], ticks.Select(t => t.Label));
        Assert.Equal(["28 Feb 2024", "29 Feb 2024", "", "", ""], ticks.Select(t => t.Context));
    }

    [Fact]
    public void Weeks_begin_on_monday() =>
        Assert.All(Between("2024-01-01", "2024-03-01", 700), t => Assert.Equal(DayOfWeek.Monday, UnixTime.ToDateTime((long)t.Value).DayOfWeek));

    [Fact]
    public void Years_have_no_second_line()
    {
        List<AxisTick> ticks = Between("2018-06-01", "2024-03-01", 300);

        Assert.Equal(["2019", "2020", "2021", "2022", "2023", "2024"], ticks.Select(t => t.Label));
        Assert.All(ticks, t => Assert.Equal("", t.Context));
    }

    [Fact]
    public void Times_before_1970_are_on_the_calendar_too() =>
        Assert.Equal(["1960-01-01", "1965-01-01"], Between("1958-01-01", "1969-01-01", 120).Select(t => Date(t.Value)));

    private static List<AxisTick> Between(string from, string to, double pixels) => TimeTicks.Between(At(from), At(to), pixels);

    private static double At(string time) => UnixTime.FromDateTime(DateTime.SpecifyKind(
        DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc));

    private static string Date(double value) => UnixTime.ToDateTime((long)value).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
