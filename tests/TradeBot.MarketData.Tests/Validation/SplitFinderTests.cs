namespace TradeBot.MarketData.Tests.Validation;

public class SplitFinderTests
{
    private static readonly DateTime s_friday = new(2020, 8, 28, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(499.23, 127.58, "4:1")] // Apple, 2020-08-31
    [InlineData(2213.4, 444.61, "5:1")] // Tesla, the same day
    [InlineData(760.04, 768.0 / 10, "10:1")]
    [InlineData(90, 60.3, "3:2")]
    [InlineData(1.2, 11.8, "1:10")]
    public void A_split_is_named(double before, double after, string ratio)
    {
        CandleDefect defect = Assert.Single(Days(before, after).Validate().Of(DefectKind.Split));

        Assert.Equal((DefectSeverity.Warning, s_friday.AddDays(3)), (defect.Severity, defect.From));
        Assert.Contains($"{ratio} on 2020-08-31?", defect.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 80)] // bad news
    [InlineData(100, 42)] // no simple ratio
    [InlineData(100, 101)]
    public void Other_moves_are_not(double before, double after) => Assert.Empty(Days(before, after).Validate().Of(DefectKind.Split));

    [Fact]
    public void A_crash_within_candles_and_a_bad_print_are_not()
    {
        Candle[] crash = [Day(0, 100, 100), Day(1, 100, 100), Day(2, 100, 50), Day(3, 50, 50), Day(4, 50, 50)];
        Candle[] print = [Day(0, 100, 100), Day(1, 100, 100), Day(2, 50, 50), Day(3, 100, 100), Day(4, 100, 100), Day(5, 100, 100), Day(6, 100, 100)];

        Assert.Empty(Series(crash).Validate().Of(DefectKind.Split));
        Assert.Empty(Series(print).Validate().Of(DefectKind.Split));
    }

    // A week of days, the split over the weekend.
    private static CandleSeries Days(double before, double after) => Series(
    [
        .. Enumerable.Range(-4, 5).Select(day => Day(day, before * (1 + day * 0.001), before * (1 + day * 0.001))),
        Day(3, after, after * 1.01), .. Enumerable.Range(4, 4).Select(day => Day(day, after * 1.01, after * 1.012)),
    ]);

    private static Candle Day(int day, double open, double close) => new(s_friday.AddDays(day), open, Math.Max(open, close), Math.Min(open, close), close, 10);

    private static CandleSeries Series(Candle[] candles) => CandleTable.Of("X", Timeframe.OneDay, candles).ToSeries();
}
