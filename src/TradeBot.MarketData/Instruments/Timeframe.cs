using System.Diagnostics.CodeAnalysis;

namespace TradeBot.MarketData;

/// <summary>The length of a candle: minutes to days, Monday weeks and calendar months, all UTC.</summary>
/// <remarks>The default value is no timeframe; every member but equality and <see cref="ToString"/> throws on it.</remarks>
public readonly struct Timeframe : IEquatable<Timeframe>, IComparable<Timeframe>
{
    private const int MonthMinutes = 30 * 24 * 60; // orders a month among the others; never used as a length
    private const long MondayOffset = 4 * UnixTime.MillisecondsPerDay; // 1970-01-01 was a Thursday, 01-05 the first Monday

    private readonly int _minutes;

    private Timeframe(int minutes) => _minutes = minutes;

    /// <summary>One minute.</summary>
    public static Timeframe OneMinute { get; } = new(1);

    /// <summary>Three minutes.</summary>
    public static Timeframe ThreeMinutes { get; } = new(3);

    /// <summary>Five minutes.</summary>
    public static Timeframe FiveMinutes { get; } = new(5);

    /// <summary>Fifteen minutes.</summary>
    public static Timeframe FifteenMinutes { get; } = new(15);

    /// <summary>Thirty minutes.</summary>
    public static Timeframe ThirtyMinutes { get; } = new(30);

    /// <summary>One hour.</summary>
    public static Timeframe OneHour { get; } = new(60);

    /// <summary>Two hours.</summary>
    public static Timeframe TwoHours { get; } = new(120);

    /// <summary>Four hours.</summary>
    public static Timeframe FourHours { get; } = new(240);

    /// <summary>Six hours.</summary>
    public static Timeframe SixHours { get; } = new(360);

    /// <summary>Twelve hours.</summary>
    public static Timeframe TwelveHours { get; } = new(720);

    /// <summary>One UTC day.</summary>
    public static Timeframe OneDay { get; } = new(1440);

    /// <summary>One week, opening on Monday 00:00 UTC.</summary>
    public static Timeframe OneWeek { get; } = new(7 * 1440);

    /// <summary>One calendar month, opening on its first day at 00:00 UTC.</summary>
    public static Timeframe OneMonth { get; } = new(MonthMinutes);

    /// <summary>Every timeframe, shortest first.</summary>
    public static IReadOnlyList<Timeframe> All { get; } =
    [
        OneMinute, ThreeMinutes, FiveMinutes, FifteenMinutes, ThirtyMinutes, OneHour, TwoHours, FourHours,
        SixHours, TwelveHours, OneDay, OneWeek, OneMonth,
    ];

    /// <summary>True when every candle lasts the same time: all but the month.</summary>
    public bool HasFixedLength => Minutes != MonthMinutes;

    /// <summary>The length of each candle.</summary>
    /// <exception cref="InvalidOperationException">Months differ in length.</exception>
    public TimeSpan Duration => HasFixedLength
        ? TimeSpan.FromMinutes(_minutes)
        : throw new InvalidOperationException("Months differ in length: use NextOpen.");

    private int Minutes => _minutes != 0
        ? _minutes
        : throw new InvalidOperationException("The default Timeframe is no timeframe: use Timeframe.OneMinute and its like.");

    /// <summary>Reads the exchange's short form: 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 6h, 12h, 1d, 1w or 1M (a month).</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Timeframe Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out Timeframe timeframe)
            ? timeframe
            : throw new FormatException($"'{text}' is no timeframe; accepted are {string.Join(", ", All)}.");
    }

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Timeframe timeframe)
    {
        foreach (Timeframe candidate in All)
        {
            if (candidate.ToString() == text)
            {
                timeframe = candidate;
                return true;
            }
        }

        timeframe = default;
        return false;
    }

    /// <summary>Open time of the candle that contains a moment.</summary>
    /// <param name="unixMilliseconds">Milliseconds since 1970-01-01 UTC.</param>
    /// <returns>Milliseconds since 1970-01-01 UTC, at or before the moment.</returns>
    public long OpenOf(long unixMilliseconds)
    {
        if (!HasFixedLength)
        {
            DateTime time = UnixTime.ToDateTime(unixMilliseconds);
            return UnixTime.FromDateTime(new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        long length = Minutes * UnixTime.MillisecondsPerMinute;
        long anchor = _minutes == OneWeek._minutes ? MondayOffset : 0;
        long sinceAnchor = unixMilliseconds - anchor;
        long remainder = sinceAnchor % length;
        return unixMilliseconds - (remainder < 0 ? remainder + length : remainder);
    }

    /// <summary>Open time of the next candle, which is the close time of this one.</summary>
    /// <param name="open">Open time of a candle, in milliseconds since 1970-01-01 UTC.</param>
    public long NextOpen(long open) => HasFixedLength
        ? open + Minutes * UnixTime.MillisecondsPerMinute
        : UnixTime.FromDateTime(UnixTime.ToDateTime(open).AddMonths(1));

    /// <summary>How many candles open in [from, to).</summary>
    /// <param name="from">An open time on this grid.</param>
    /// <param name="to">An open time on this grid, not before <paramref name="from"/>.</param>
    public long CandlesBetween(long from, long to)
    {
        if (HasFixedLength)
            return (to - from) / (Minutes * UnixTime.MillisecondsPerMinute);

        DateTime first = UnixTime.ToDateTime(from), last = UnixTime.ToDateTime(to);
        return (last.Year - first.Year) * 12L + last.Month - first.Month;
    }

    /// <inheritdoc/>
    public override string ToString() => _minutes switch
    {
        0 => "none",
        MonthMinutes => "1M",
        7 * 1440 => "1w",
        1440 => "1d",
        >= 60 => FormattableString.Invariant($"{_minutes / 60}h"),
        _ => FormattableString.Invariant($"{_minutes}m"),
    };

    /// <inheritdoc/>
    public bool Equals(Timeframe other) => _minutes == other._minutes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Timeframe other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _minutes;

    /// <inheritdoc/>
    public int CompareTo(Timeframe other) => _minutes.CompareTo(other._minutes);

    /// <summary>Same length.</summary>
    public static bool operator ==(Timeframe left, Timeframe right) => left.Equals(right);

    /// <summary>Different length.</summary>
    public static bool operator !=(Timeframe left, Timeframe right) => !left.Equals(right);

    /// <summary>Shorter.</summary>
    public static bool operator <(Timeframe left, Timeframe right) => left.CompareTo(right) < 0;

    /// <summary>Longer.</summary>
    public static bool operator >(Timeframe left, Timeframe right) => left.CompareTo(right) > 0;

    /// <summary>Shorter or the same.</summary>
    public static bool operator <=(Timeframe left, Timeframe right) => left.CompareTo(right) <= 0;

    /// <summary>Longer or the same.</summary>
    public static bool operator >=(Timeframe left, Timeframe right) => left.CompareTo(right) >= 0;
}
