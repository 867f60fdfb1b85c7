namespace TradeBot.MarketData.Tests;

/// <summary>Candles of markets that close.</summary>
internal static class Sessions
{
    /// <summary>One-hour candles that open at 14:30 to 20:30 UTC, Monday to Friday, from a date to another, exclusive.</summary>
    public static CandleSeries StockHours(DateTime from, DateTime to) => Of(Timeframe.OneHour, Times(from, to, TimeSpan.FromMinutes(30))
        .Where(time => IsBusinessDay(time) && time.TimeOfDay >= TimeSpan.FromHours(14.5) && time.TimeOfDay <= TimeSpan.FromHours(20.5) && time.Minute == 30));

    /// <summary>Daily candles of Monday to Friday without the given holidays.</summary>
    public static CandleSeries StockDays(DateTime from, DateTime to, params DateTime[] holidays) =>
        Of(Timeframe.OneDay, Times(from, to, TimeSpan.FromDays(1)).Where(time => IsBusinessDay(time) && !holidays.Contains(time)));

    /// <summary>One-hour candles of Sunday 22:00 to Friday 22:00 UTC.</summary>
    public static CandleSeries CurrencyHours(DateTime from, DateTime to) => Of(Timeframe.OneHour, Times(from, to, TimeSpan.FromHours(1)).Where(time => time.DayOfWeek switch
    {
        DayOfWeek.Saturday => false,
        DayOfWeek.Sunday => time.Hour >= 22,
        DayOfWeek.Friday => time.Hour < 22,
        _ => true,
    }));

    /// <summary>Candles of a market that never closes.</summary>
    public static CandleSeries Crypto(Timeframe timeframe, DateTime from, DateTime to) => Of(timeframe, Times(from, to, timeframe.Duration));

    public static DateTime Day(int year, int month, int day, int hour = 0) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    /// <summary>Some of each kind, with begins and ends inside of days, weeks and months.</summary>
    public static IEnumerable<(string What, CandleSeries Series)> All()
    {
        DateTime[] begins = [Day(2022, 1, 1), Day(2022, 1, 3), Day(2022, 1, 4, 16), Day(2022, 1, 14, 3), Day(2022, 1, 30, 22)];
        DateTime[] ends = [Day(2022, 3, 1), Day(2022, 3, 5), Day(2022, 3, 16, 17), Day(2022, 2, 2, 15)];
        return from begin in begins
               from end in ends
               from made in (IEnumerable<(string, CandleSeries)>)
               [
                   ($"stock hours {begin:s} {end:s}", StockHours(begin, end)), ($"stock days {begin:s} {end:s}", StockDays(begin.Date, end.Date)),
                   ($"currency hours {begin:s} {end:s}", CurrencyHours(begin, end)), ($"crypto {begin:s} {end:s}", Crypto(Timeframe.OneHour, begin, end)),
               ]
               select made;
    }

    private static bool IsBusinessDay(DateTime time) => time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static IEnumerable<DateTime> Times(DateTime from, DateTime to, TimeSpan step)
    {
        for (DateTime time = from; time < to; time += step)
            yield return time;
    }

    private static CandleSeries Of(Timeframe timeframe, IEnumerable<DateTime> times)
    {
        long[] opens = [.. times.Select(UnixTime.FromDateTime)];
        double[] prices = [.. opens.Select((_, i) => 100 + Math.Sin(i) * 5 + i * 0.01)];
        double[] closes = [.. prices.Select((p, i) => p + Math.Cos(3 * i))];
        return new CandleSeries(
            "TEST", timeframe, opens, prices, prices.Zip(closes, (a, b) => Math.Max(a, b) + 1).ToArray(), prices.Zip(closes, (a, b) => Math.Min(a, b) - 1).ToArray(),
            closes, opens.Select((_, i) => 1.0 + i % 7).ToArray());
    }
}
