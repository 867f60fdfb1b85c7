using TradeBot.MarketData;

namespace TradeBot.Trading.Performance;

/// <summary>On which days of the week a market trades, as its closes show, and so how many trading days a year has.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>UTC days with a close</term><description>trading days per year</description></listheader>
/// <item><term>every day of the week, as in crypto</term><description>365</description></item>
/// <item><term>five days of the week, as for stocks</term><description>252</description></item>
/// <item><term>any other number of days of the week</term><description>52 for each: 312 for currencies, whose week has six UTC days</description></item>
/// <item><term>no day of the week regularly</term><description>365 times the share of days with a close</description></item>
/// <item><term>two weeks or less</term><description>365, because that is too short to say</description></item>
/// </list>
/// A day of the week counts when at least half of its dates have a close. Weeks without any close do not count: an outage closes no market.
/// </remarks>
public sealed class TradingCalendar
{
    /// <summary>A year, in days.</summary>
    public const double YearInDays = 365;

    private const double BusinessDaysPerYear = 252, WeeksPerYear = 52, MonthsPerYear = 12;
    private const int DaysToTell = 14;

    private TradingCalendar(double daysPerYear, int daysPerWeek) => (DaysPerYear, DaysPerWeek) = (daysPerYear, daysPerWeek);

    /// <summary>The calendar of a market that never closes.</summary>
    public static TradingCalendar EveryDay { get; } = new(YearInDays, 7);

    /// <summary>How many trading days a year has; above 0.</summary>
    public double DaysPerYear { get; }

    /// <summary>On how many days of the week there is trading; 0 when on none regularly.</summary>
    public int DaysPerWeek { get; }

    /// <summary>Reads the calendar from the days with a close.</summary>
    /// <param name="closes">Milliseconds since 1970-01-01 UTC, ascending, one or more a day; a close at 00:00 belongs to the day that it ends.</param>
    public static TradingCalendar Of(ReadOnlySpan<long> closes)
    {
        Span<int> traded = stackalloc int[7], seen = stackalloc int[7];
        long first = closes.IsEmpty ? 0 : DayOf(closes[0]), last = closes.IsEmpty ? -1 : DayOf(closes[^1]), before = long.MinValue;
        foreach (long close in closes)
        {
            long day = DayOf(close);
            if (day == before)
                continue;
            traded[Weekday(day)]++;
            if (before == long.MinValue || Monday(day) != Monday(before))
                Count(Math.Max(first, Monday(day)), Math.Min(last, Monday(day) + 6), seen);
            before = day;
        }

        return Of(traded, seen);
    }

    /// <summary>How many candles of a timeframe a year of a market that never closes has.</summary>
    /// <param name="timeframe">Any.</param>
    public static double CandlesPerYear(Timeframe timeframe) =>
        timeframe.HasFixedLength ? YearInDays / timeframe.Duration.TotalDays : MonthsPerYear;

    private static TradingCalendar Of(ReadOnlySpan<int> traded, ReadOnlySpan<int> seen)
    {
        int days = 0, tradedDays = 0, seenDays = 0;
        for (int day = 0; day < traded.Length; day++)
        {
            days += seen[day] > 0 && 2 * traded[day] >= seen[day] ? 1 : 0;
            (tradedDays, seenDays) = (tradedDays + traded[day], seenDays + seen[day]);
        }

        return seenDays <= DaysToTell ? EveryDay : days switch
        {
            7 => EveryDay,
            5 => new(BusinessDaysPerYear, days),
            0 => new(YearInDays * tradedDays / seenDays, days),
            _ => new(WeeksPerYear * days, days),
        };
    }

    private static void Count(long from, long to, Span<int> seen)
    {
        for (long day = from; day <= to; day++)
            seen[Weekday(day)]++;
    }

    private static long DayOf(long close) => (long)Math.Floor((close - 1) / (double)UnixTime.MillisecondsPerDay);

    private static long Monday(long day) => day - Weekday(day);

    // From Monday, 0; 1970-01-01 was a Thursday.
    private static int Weekday(long day) => (int)(((day + 3) % 7 + 7) % 7);
}
