using System.Runtime.InteropServices;

namespace TradeBot.MarketData;

/// <summary>Converts zoned times to UTC.</summary>
internal static class ZonedTimes
{
    /// <param name="times">By the zone's clock where marked as local, in UTC elsewhere; oldest first. UTC on return.</param>
    /// <param name="isLocal">Which times are by the zone's clock.</param>
    /// <param name="zone">The zone.</param>
    public static void ToUtc(List<long> times, List<bool> isLocal, TimeZoneInfo zone)
    {
        long previous = long.MinValue;
        Span<long> all = CollectionsMarshal.AsSpan(times);
        for (int i = 0; i < all.Length; i++)
        {
            if (isLocal[i])
                all[i] = ToUtc(all[i], previous, zone);
            previous = all[i];
        }
    }

    // In autumn one hour repeats: once the clock has gone back, the same reading is the later time.
    private static long ToUtc(long local, long previous, TimeZoneInfo zone)
    {
        DateTime clock = DateTime.SpecifyKind(UnixTime.ToDateTime(local), DateTimeKind.Unspecified);
        if (!zone.IsAmbiguousTime(clock))
            return local - (long)zone.GetUtcOffset(clock).TotalMilliseconds;

        TimeSpan[] offsets = zone.GetAmbiguousTimeOffsets(clock);
        long first = local - (long)offsets.Max().TotalMilliseconds, second = local - (long)offsets.Min().TotalMilliseconds;
        return first <= previous && second > previous ? second : first;
    }
}
