namespace TradeBot.MarketData;

/// <summary>Conversion of times to and from milliseconds since 1970-01-01 00:00 UTC.</summary>
public static class UnixTime
{
    /// <summary>60,000.</summary>
    public const long MillisecondsPerMinute = 60_000;

    /// <summary>86,400,000.</summary>
    public const long MillisecondsPerDay = 86_400_000;

    /// <summary>A UTC time from its milliseconds.</summary>
    public static DateTime ToDateTime(long milliseconds) =>
        new(DateTime.UnixEpoch.Ticks + milliseconds * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    /// <summary>Milliseconds of a UTC time; fractions of a millisecond are truncated.</summary>
    /// <exception cref="ArgumentException">The time is local: only UTC, or an unspecified kind taken as UTC, is accepted.</exception>
    public static long FromDateTime(DateTime time) => time.Kind == DateTimeKind.Local
        ? throw new ArgumentException($"Expected a UTC time, got the local time {time:O}.", nameof(time))
        : (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
}
