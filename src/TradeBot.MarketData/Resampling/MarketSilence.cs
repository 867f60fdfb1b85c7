namespace TradeBot.MarketData;

/// <summary>Whether the market is closed in a period before or after a recording, judging by the recording itself.</summary>
/// <remarks>
/// The period is checked in steps of an hour, or of a candle when candles are longer. A step is silent when the two adjacent weeks have no candle at the same time of the
/// week; when the recording is too short for that, the seven adjacent days have none at the same time of day; when there is no counterpart at all, nothing is known and the
/// step is not silent. 1 January is silent when Saturdays are: no market that closes at weekends trades then.
/// </remarks>
internal static class MarketSilence
{
    private const long Hour = UnixTime.MillisecondsPerDay / 24, Week = 7 * UnixTime.MillisecondsPerDay;
    private const int Weeks = 2, Days = 7;

    /// <summary>Whether closing times matter for a timeframe: days and longer.</summary>
    public static bool AppliesTo(Timeframe longer) => longer >= Timeframe.OneDay;

    /// <summary>Whether nothing is missing between the open of a longer candle and the start of the recording.</summary>
    /// <param name="times">Open times of the recording from its start to the first candle after that longer candle, which a stream also knows by then.</param>
    /// <param name="source">Their timeframe.</param>
    /// <param name="open">Open time of the longer candle.</param>
    /// <param name="begin">Start of the recording, after <paramref name="open"/>.</param>
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

    /// <summary>Whether nothing is missing between the end of the recording and the close of a longer candle.</summary>
    /// <param name="times">Open times of the recording.</param>
    /// <param name="source">Their timeframe.</param>
    /// <param name="end">End of the recording.</param>
    /// <param name="close">Close time of the longer candle, after <paramref name="end"/>.</param>
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

    /// <summary>Whether no counterpart has a candle; null when the recording contains no counterpart.</summary>
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
