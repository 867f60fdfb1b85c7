using static TradeBot.MarketData.Tests.Sessions;

namespace TradeBot.MarketData.Tests;

public class PartialPeriodTests
{
    [Fact]
    public void Stock_days_make_months_that_begin_and_end_on_weekends()
    {
        // 1 January 2022 was a Saturday; 30 and 31 July 2022 were a weekend.
        ResampledCandles months = Resampler.Run(StockDays(Day(2022, 1, 1), Day(2022, 7, 30)), Timeframe.OneMonth);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], months.Series.Select(m => m.OpenTime.Month));
        Assert.Equal(21, months.SourceCounts[0]);
        Assert.Empty(months.LeftOut);
    }

    [Theory]
    [InlineData(2021)] // 1 January was a Friday
    [InlineData(2024)] // a Monday
    [InlineData(2025)] // a Wednesday
    public void A_year_of_stock_days_begins_after_New_Year(int year)
    {
        CandleSeries days = StockDays(Day(year, 1, 1), Day(year, 4, 1), Day(year, 1, 1));
        Assert.Equal([1, 2, 3], days.Resample(Timeframe.OneMonth).Select(m => m.OpenTime.Month));
    }

    [Fact]
    public void Session_hours_make_days_the_first_and_the_last_too()
    {
        // Monday to Friday, two weeks.
        CandleSeries hours = StockHours(Day(2022, 1, 3), Day(2022, 1, 15));
        ResampledCandles days = Resampler.Run(hours, Timeframe.OneDay);

        Assert.Equal(10, days.Series.Count);
        Assert.Equal((Day(2022, 1, 3), Day(2022, 1, 14)), (days.Series.OpenTimeAt(0), days.Series.OpenTimeAt(9)));
        Assert.Equal((hours.Open[0], hours.Close[^1]), (days.Series.Open[0], days.Series.Close[^1]));
        Assert.Equal([7, 7, 7, 7, 7, 7, 7, 7, 7, 7], days.SourceCounts.ToArray());

        // Two days tell it already; of one nothing is known.
        Assert.Equal(2, StockHours(Day(2022, 1, 3), Day(2022, 1, 5)).Resample(Timeframe.OneDay).Count);
        Assert.Empty(StockHours(Day(2022, 1, 3), Day(2022, 1, 4)).Resample(Timeframe.OneDay));
    }

    [Fact]
    public void A_session_that_began_or_goes_on_is_left_out_and_named()
    {
        CandleSeries hours = StockHours(Day(2022, 1, 3, 16), Day(2022, 1, 14, 18)); // without the first two hours and the last three
        ResampledCandles days = Resampler.Run(hours, Timeframe.OneDay), kept = Resampler.Run(hours, Timeframe.OneDay, partial: PartialPeriods.Keep);

        Assert.Equal((Day(2022, 1, 4), Day(2022, 1, 13)), (days.Series.OpenTimeAt(0), days.Series.OpenTimeAt(days.Series.Count - 1)));
        Assert.Equal([Day(2022, 1, 3), Day(2022, 1, 14)], days.LeftOut);
        Assert.Equal((Day(2022, 1, 3), Day(2022, 1, 14)), (kept.Series.OpenTimeAt(0), kept.Series.OpenTimeAt(kept.Series.Count - 1)));
        Assert.Equal((5, 4), (kept.SourceCounts[0], kept.SourceCounts[^1]));
        Assert.Empty(kept.LeftOut);
    }

    [Fact]
    public void Weeks_of_a_stock_exchange_end_on_Friday()
    {
        Assert.Equal([Day(2022, 1, 3), Day(2022, 1, 10), Day(2022, 1, 17)], Opens(StockHours(Day(2022, 1, 3), Day(2022, 1, 22)), Timeframe.OneWeek));
        Assert.Equal([Day(2022, 1, 3), Day(2022, 1, 10), Day(2022, 1, 17)], Opens(StockDays(Day(2022, 1, 3), Day(2022, 1, 22)), Timeframe.OneWeek));
        // From Tuesday, to Thursday: neither is whole.
        Assert.Equal([Day(2022, 1, 10)], Opens(StockHours(Day(2022, 1, 4), Day(2022, 1, 21)), Timeframe.OneWeek));
    }

    [Fact]
    public void A_currency_market_that_opens_on_Sunday_evening_ends_its_Friday()
    {
        CandleSeries hours = CurrencyHours(Day(2022, 1, 3), Day(2022, 1, 29));

        Assert.Equal(Day(2022, 1, 28), hours.Resample(Timeframe.OneDay)[^1].OpenTime);
        // Sunday evening is still to come.
        Assert.Equal([Day(2022, 1, 3), Day(2022, 1, 10), Day(2022, 1, 17)], Opens(hours, Timeframe.OneWeek));
    }

    [Fact]
    public void A_market_that_never_closes_has_no_such_days()
    {
        CandleSeries hours = Crypto(Timeframe.OneHour, Day(2022, 1, 2, 5), Day(2022, 3, 30, 21));

        Assert.Equal((Day(2022, 1, 3), Day(2022, 3, 29)), (Opens(hours, Timeframe.OneDay)[0], Opens(hours, Timeframe.OneDay)[^1]));
        Assert.Equal([Day(2022, 2, 1)], Opens(hours, Timeframe.OneMonth));
        Assert.Equal([Day(2022, 2, 1)], Opens(Crypto(Timeframe.OneDay, Day(2022, 1, 2), Day(2022, 3, 31)), Timeframe.OneMonth));
        Assert.Equal([Day(2022, 1, 1), Day(2022, 2, 1), Day(2022, 3, 1)], hours.Resample(Timeframe.OneMonth, PartialPeriods.Keep).Select(m => m.OpenTime));
    }

    [Fact]
    public void Hours_have_no_calendar()
    {
        CandleSeries minutes = Crypto(Timeframe.OneMinute, Day(2022, 1, 3).AddMinutes(870), Day(2022, 1, 3).AddMinutes(1255)); // 14:30 to 20:55
        ResampledCandles hours = Resampler.Run(minutes, Timeframe.OneHour);

        Assert.Equal([15, 16, 17, 18, 19], hours.Series.Select(h => h.OpenTime.Hour));
        Assert.Equal([Day(2022, 1, 3, 14), Day(2022, 1, 3, 20)], hours.LeftOut);
        Assert.Equal(7, minutes.Resample(Timeframe.OneHour, PartialPeriods.Keep).Count);
    }

    private static DateTime[] Opens(CandleSeries series, Timeframe timeframe) => [.. series.Resample(timeframe).Select(candle => candle.OpenTime)];
}
