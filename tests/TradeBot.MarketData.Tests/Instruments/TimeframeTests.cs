namespace TradeBot.MarketData.Tests;

public class TimeframeTests
{
    [Theory]
    [InlineData("1m", "1m")]
    [InlineData("10m", "10m")]
    [InlineData("45m", "45m")]
    [InlineData("60m", "1h")]
    [InlineData("90m", "90m")]
    [InlineData("5min", "5m")]
    [InlineData("8h", "8h")]
    [InlineData("4H", "4h")]
    [InlineData("24h", "1d")]
    [InlineData("3d", "3d")]
    [InlineData("2D", "2d")]
    [InlineData("7d", "1w")]
    [InlineData("1W", "1w")]
    [InlineData("2w", "2w")]
    [InlineData("30d", "30d")]
    [InlineData("1M", "1M")]
    [InlineData("1mo", "1M")]
    [InlineData("3MO", "3M")]
    public void Any_multiple_is_a_timeframe_and_is_written_in_its_longest_unit(string text, string written)
    {
        var timeframe = Timeframe.Parse(text);

        Assert.Equal(written, timeframe.ToString());
        Assert.Equal(timeframe, Timeframe.Parse(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("5")]
    [InlineData("0m")]
    [InlineData("05m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("5 m")]
    [InlineData("90s")]
    [InlineData("8x")]
    [InlineData("1y")]
    [InlineData("H4")]
    [InlineData("5270401m")]
    [InlineData("121M")]
    [InlineData("99999999999m")]
    public void Anything_else_is_refused_and_the_message_says_what_is_accepted(string text)
    {
        Assert.False(Timeframe.TryParse(text, out _));
        Assert.Contains("5m, 8h, 1d, 2w or 1M", Assert.Throws<FormatException>(() => Timeframe.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_minute_and_a_month_stay_apart()
    {
        Assert.Equal(Timeframe.OneMinute, Timeframe.Parse("1m"));
        Assert.Equal(Timeframe.OneMonth, Timeframe.Parse("1M"));
        Assert.NotEqual(Timeframe.OneMonth, Timeframe.Parse("30d"));
        Assert.True(Timeframe.Parse("30d") < Timeframe.OneMonth && Timeframe.OneMonth < Timeframe.Parse("31d"));
    }

    [Theory]
    [InlineData("8h", "2024-03-14T17:30:00Z", "2024-03-14T16:00:00Z", "2024-03-15T00:00:00Z")]
    [InlineData("45m", "2024-03-14T01:00:00Z", "2024-03-14T00:45:00Z", "2024-03-14T01:30:00Z")]
    [InlineData("3d", "2024-03-14T17:30:00Z", "2024-03-12T00:00:00Z", "2024-03-15T00:00:00Z")] // day 19,796 since 1970; 19,794 is a multiple of 3
    [InlineData("2w", "1970-01-20T00:00:00Z", "1970-01-19T00:00:00Z", "1970-02-02T00:00:00Z")]
    [InlineData("2w", "1970-01-01T00:00:00Z", "1969-12-22T00:00:00Z", "1970-01-05T00:00:00Z")]
    [InlineData("3M", "2024-03-14T17:30:00Z", "2024-01-01T00:00:00Z", "2024-04-01T00:00:00Z")]
    [InlineData("12M", "1969-03-14T17:30:00Z", "1969-01-01T00:00:00Z", "1970-01-01T00:00:00Z")]
    public void Candles_open_on_one_grid(string text, string moment, string open, string next)
    {
        var timeframe = Timeframe.Parse(text);
        long at = timeframe.OpenOf(Unix(moment));

        Assert.Equal(Unix(open), at);
        Assert.Equal(Unix(next), timeframe.NextOpen(at));
        Assert.Equal(1, timeframe.CandlesBetween(at, timeframe.NextOpen(at)));
    }

    [Theory]
    [InlineData("1m", "45m", true)]
    [InlineData("15m", "45m", true)]
    [InlineData("10m", "45m", false)]
    [InlineData("8h", "1w", true)]
    [InlineData("8h", "1M", true)]
    [InlineData("5h", "1d", false)]
    [InlineData("7m", "1d", false)]
    [InlineData("3d", "3w", false)] // their Mondays and multiples of three days are not the same
    [InlineData("1w", "2w", true)]
    [InlineData("1w", "1M", false)]
    [InlineData("1M", "3M", true)]
    [InlineData("2M", "3M", false)]
    [InlineData("1M", "30d", false)]
    public void Longer_candles_are_made_of_whole_shorter_ones(string shorter, string longer, bool whole) =>
        Assert.Equal(whole, Timeframe.Parse(longer).IsMadeOf(Timeframe.Parse(shorter)));

    [Fact]
    public void Resampling_to_any_multiple_sums_what_lies_inside()
    {
        CandleSeries hours = MarketGenerator.Single(3 * 24 * 60, seed: 3).Resample(Timeframe.OneHour);
        CandleSeries eights = hours.Resample(Timeframe.Parse("8h"));

        Assert.Equal(9, eights.Count);
        Assert.Equal(hours.High[8..16].ToArray().Max(), eights.High[1]);
        Assert.Equal(hours.Close[15], eights.Close[1]);
    }

    [Fact]
    public void A_store_keeps_any_timeframe_under_a_name_that_reads_back()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var store = CandleStore.Open(folder);
            CandleSeries hours = MarketGenerator.Single(10 * 24 * 60, seed: 4).Resample(Timeframe.OneHour);
            foreach (string text in (string[])["8h", "3d", "45m"])
                store.Upsert(text == "45m" ? MarketGenerator.Single(45 * 20, seed: 5).Resample(Timeframe.Parse(text)) : hours.Resample(Timeframe.Parse(text)));

            Assert.Equal(["45m", "8h", "3d"], store.List().Select(e => e.Timeframe).Order().Select(t => t.ToString()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long Unix(string time) => UnixTime.FromDateTime(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal));
}
