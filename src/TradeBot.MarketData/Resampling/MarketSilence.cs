namespace TradeBot.MarketData;

/// <summary>Whether a stretch before or after a record is one in which the market is closed anyway, as the record itself shows.</summary>
/// <remarks>
/// The stretch is looked at in steps of an hour, or of a candle where candles are longer. A step is silent when the two weeks beside it have no candle at the same time of the
/// week; where the record does not reach so far, none of the seven days beside it at the same time of day; where it reaches no counterpart, nothing is known and the
/// step is not silent. 1 January is silent too where Saturdays are: no market that closes at weekends trades then.
/// </remarks>
internal static class MarketSilence
{
    private const long Hour = UnixTime.MillisecondsPerDay / 24, Week = 7 * UnixTime.MillisecondsPerDay;
    private const int Weeks = 2, Days = 7;

    /// <summary>Whether calendars of closing times say anything of candles so long: days and longer; an hour has no calendar.</summary>
    public static bool AppliesTo(Timeframe longer) => longer >= Timeframe.OneDay;

    /// <summary>Whether nothing is missing between the open of a longer candle and the begin of the record.</summary>
    /// <param name="times">Open times of the record from its begin to the first candle after that longer candle: what a stream knows by then too.</param>
    /// <param name="source">Their timeframe.</param>
    /// <param name="open">Of the longer candle.</param>
    /// <param name="begin">Of the record, after <paramref name="open"/>.</param>
    public static bool Before(ReadOnlySpan<long> times, Timeframe source, long open, long begin)
    {
        long step = StepOf(source);
        for (long slot = begin - step; slot > open - step; slot -= step)
        {
            if (!IsSilent(times, source, slot, step, direction: 1))
                return false;
        }

        return true;
    }

    /// <summary>Whether nothing is to come between the end of the record and the close of a longer candle.</summary>
    /// <param name="times">Open times of the record.</param>
    /// <param name="source">Their timeframe.</param>
    /// <param name="end">Of the record.</param>
    /// <param name="close">Of the longer candle, after <paramref name="end"/>.</param>
    public static bool After(ReadOnlySpan<long> times, Timeframe source, long end, long close)
    {
        long step = StepOf(source);
        for (long slot = end; slot < close; slot += step)
        {
            if (!IsSilent(times, source, slot, step, direction: -1))
                return false;
        }

        return true;
    }

    private static long StepOf(Timeframe source) => Math.Max(Hour, source.NextOpen(0));

    private static bool IsSilent(ReadOnlySpan<long> times, Timeframe source, long slot, long step, int direction)
    {
        bool? silent = HasNone(times, source, slot, step, direction * Week, Weeks) ?? HasNone(times, source, slot, step, direction * UnixTime.MillisecondsPerDay, Days);
        return silent == true || (IsNewYear(slot) && HasNoSaturday(times));
    }

    /// <summary>Whether no counterpart has a candle; null when the record reaches none.</summary>
    private static bool? HasNone(ReadOnlySpan<long> times, Timeframe source, long slot, long step, long distance, int counterparts)
    {
        bool? none = null;
        for (int k = 1; k <= counterparts; k++)
        {
            long at = slot + k * distance;
            if (at < times[0] || at > times[^1])
                break;
            if (HasCandle(times, at - source.NextOpen(0) + 1, at + step))
                return false;
            none = true;
        }

        return none;
    }

    // A candle that opens in [from, to).
    private static bool HasCandle(ReadOnlySpan<long> times, long from, long to)
    {
        int index = times.BinarySearch(from);
        index = index < 0 ? ~index : index;
        return index < times.Length && times[index] < to;
    }

    private static bool IsNewYear(long slot) => UnixTime.ToDateTime(slot) is { Month: 1, Day: 1 };

    private static bool HasNoSaturday(ReadOnlySpan<long> times)
    {
        bool reachesOne = false;
        for (long day = times[0] - times[0] % UnixTime.MillisecondsPerDay; day <= times[^1]; day += UnixTime.MillisecondsPerDay)
        {
            if (UnixTime.ToDateTime(day).DayOfWeek != DayOfWeek.Saturday)
                continue;
            if (HasCandle(times, day, day + UnixTime.MillisecondsPerDay))
                return false;
            reachesOne = true;
        }

        return reachesOne;
    }
}
