using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>The length of a candle: any whole number of minutes, hours, days, Monday weeks or calendar months, all UTC.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>what</term><description>rule</description></listheader>
/// <item><term>as text</term><description>a whole number and a unit: m or min, h, d, w, M or mo, such as 10m, 8h, 3d, 2w, 3M</description></item>
/// <item><term>case</term><description>m is a minute and M a month; the other units are read in either case, so that 4H is 4h and 1MO a month</description></item>
/// <item><term>the same length</term><description>is the same timeframe, written in its longest unit: 60m is 1h, 24h is 1d, 7d is 1w, but 30d is not a month</description></item>
/// <item><term>minutes, hours, days</term><description>candles open at multiples of their length since 1970-01-01 00:00 UTC: at midnight and on where the length divides a day</description></item>
/// <item><term>weeks</term><description>open on Mondays, 00:00 UTC; several weeks are counted from Monday, 1970-01-05</description></item>
/// <item><term>months</term><description>open on the first day, 00:00 UTC; several months are counted from January 1970, so that 3M is a quarter</description></item>
/// <item><term>longest</term><description>ten years</description></item>
/// </list>
/// The default value is not a timeframe; every member except equality and <see cref="ToString"/> throws on it.
/// </remarks>
public readonly struct Timeframe : IEquatable<Timeframe>, IComparable<Timeframe>
{
    /// <summary>The accepted forms, for messages.</summary>
    public const string Accepted = "a whole number of m (minutes), h, d, w or M (months), such as 5m, 8h, 1d, 2w or 1M";

    private const int WeekMinutes = 7 * 1440, LongestMinutes = 3660 * 1440, LongestMonths = 120;
    private const long MeanMonthMinutes = 43_830; // only to order months among the others; never used as a length
    private const long MondayOffset = 4 * UnixTime.MillisecondsPerDay; // 1970-01-01 was a Thursday, 01-05 the first Monday

    /// <summary>Minutes when positive, months when negative.</summary>
    private readonly int _length;

    private Timeframe(int length) => _length = length;

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
    public static Timeframe OneWeek { get; } = new(WeekMinutes);

    /// <summary>One calendar month, opening on its first day at 00:00 UTC.</summary>
    public static Timeframe OneMonth { get; } = new(-1);

    /// <summary>The timeframes that exchanges and charts usually offer, shortest first.</summary>
    public static IReadOnlyList<Timeframe> Usual { get; } =
    [
        OneMinute, ThreeMinutes, FiveMinutes, FifteenMinutes, ThirtyMinutes, OneHour, TwoHours, FourHours,
        SixHours, TwelveHours, OneDay, OneWeek, OneMonth,
    ];

    /// <summary>True when all candles have the same duration: every timeframe except months.</summary>
    public bool HasFixedLength => Length > 0;

    /// <summary>The length of each candle.</summary>
    /// <exception cref="InvalidOperationException">Months differ in length.</exception>
    public TimeSpan Duration => HasFixedLength
        ? TimeSpan.FromMinutes(_length)
        : throw new InvalidOperationException("Months differ in length: use NextOpen.");

    private int Length => _length != 0
        ? _length
        : throw new InvalidOperationException("The default Timeframe is not a timeframe: use Timeframe.OneMinute and its like.");

    /// <summary>Open time of the candle that all others are counted from, in milliseconds since 1970-01-01 UTC.</summary>
    private long Anchor => _length % WeekMinutes == 0 ? MondayOffset : 0;

    private long FixedMilliseconds => Length * UnixTime.MillisecondsPerMinute;

    /// <summary>The timeframe of a fixed length.</summary>
    /// <param name="length">A whole number of minutes, at most ten years.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not accepted.</exception>
    public static Timeframe Of(TimeSpan length) => length > TimeSpan.Zero && length.Ticks % TimeSpan.TicksPerMinute == 0 && length.TotalMinutes <= LongestMinutes
        ? new Timeframe((int)length.TotalMinutes)
        : throw new ArgumentOutOfRangeException(nameof(length), length, "A candle lasts a whole number of minutes, from one minute to ten years.");

    /// <summary>Parses a timeframe, such as 1m, 8h, 4H, 3d, 1w or 1M (a month); the list above gives the accepted forms.</summary>
    /// <exception cref="FormatException">The text is not a timeframe.</exception>
    public static Timeframe Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out Timeframe timeframe)
            ? timeframe
            : throw new FormatException($"'{text}' is not a timeframe; accepted is {Accepted}.");
    }

    /// <summary>Like <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Timeframe timeframe)
    {
        timeframe = default;
        ReadOnlySpan<char> rest = text;
        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits < 1 || rest[0] == '0' || !int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return false;

        (int unit, int most) = UnitOf(rest[digits..]);
        if (unit == 0 || count > most / Math.Abs(unit))
            return false;
        timeframe = new Timeframe(count * unit);
        return true;
    }

    /// <summary>The length of one unit, and the maximum number of units; 0 for an unknown unit.</summary>
    private static (int Length, int Most) UnitOf(ReadOnlySpan<char> unit) => unit switch
    {
        "m" => (1, LongestMinutes),
        "M" => (-1, LongestMonths),
        "h" or "H" => (60, LongestMinutes),
        "d" or "D" => (1440, LongestMinutes),
        "w" or "W" => (WeekMinutes, LongestMinutes),
        _ when unit.Equals("mo", StringComparison.OrdinalIgnoreCase) => (-1, LongestMonths),
        _ when unit.Equals("min", StringComparison.OrdinalIgnoreCase) => (1, LongestMinutes),
        _ => default,
    };

    /// <summary>Whether each candle of this timeframe consists of whole candles of another.</summary>
    /// <param name="shorter">The other; true for the same.</param>
    public bool IsMadeOf(Timeframe shorter)
    {
        if (!shorter.HasFixedLength)
            return !HasFixedLength && _length % shorter._length == 0;

        // Months start any number of days apart: candles fit a month when they fit a day.
        return HasFixedLength
            ? _length % shorter._length == 0 && (Anchor - shorter.Anchor) % shorter.FixedMilliseconds == 0
            : UnixTime.MillisecondsPerDay % shorter.FixedMilliseconds == 0;
    }

    /// <summary>Open time of the candle that contains a time.</summary>
    /// <param name="unixMilliseconds">Milliseconds since 1970-01-01 UTC.</param>
    /// <returns>Milliseconds since 1970-01-01 UTC, at or before that time.</returns>
    public long OpenOf(long unixMilliseconds)
    {
        if (!HasFixedLength)
        {
            DateTime time = UnixTime.ToDateTime(unixMilliseconds);
            int month = MonthOf(time), before = month % -_length;
            return OpenOfMonth(month - (before < 0 ? before - _length : before));
        }

        long length = FixedMilliseconds, remainder = (unixMilliseconds - Anchor) % length;
        return unixMilliseconds - (remainder < 0 ? remainder + length : remainder);
    }

    /// <summary>Open time of the next candle, which is this candle's close time.</summary>
    /// <param name="open">Open time of a candle, in milliseconds since 1970-01-01 UTC.</param>
    public long NextOpen(long open) => HasFixedLength
        ? open + FixedMilliseconds
        : UnixTime.FromDateTime(UnixTime.ToDateTime(open).AddMonths(-_length));

    /// <summary>Number of candles that open in [from, to).</summary>
    /// <param name="from">An open time on this grid.</param>
    /// <param name="to">An open time on this grid, not before <paramref name="from"/>.</param>
    public long CandlesBetween(long from, long to) => HasFixedLength
        ? (to - from) / FixedMilliseconds
        : (MonthOf(UnixTime.ToDateTime(to)) - MonthOf(UnixTime.ToDateTime(from))) / -_length;

    private static int MonthOf(DateTime time) => (time.Year - 1970) * 12 + time.Month - 1;

    private static long OpenOfMonth(int month)
    {
        int year = (int)Math.Floor(month / 12.0);
        return UnixTime.FromDateTime(new DateTime(1970 + year, month - year * 12 + 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    /// <summary>The length in its largest whole unit, such as 90m, 8h, 2w or 1M.</summary>
    public override string ToString()
    {
        (int count, string unit) = _length switch
        {
            0 => (0, ""),
            < 0 => (-_length, "M"),
            _ when _length % WeekMinutes == 0 => (_length / WeekMinutes, "w"),
            _ when _length % 1440 == 0 => (_length / 1440, "d"),
            _ when _length % 60 == 0 => (_length / 60, "h"),
            _ => (_length, "m"),
        };
        return count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }

    /// <inheritdoc/>
    public bool Equals(Timeframe other) => _length == other._length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Timeframe other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _length;

    /// <inheritdoc/>
    public int CompareTo(Timeframe other) => Rank.CompareTo(other.Rank);

    /// <summary>Orders timeframes by length; a month counts as longer than the same number of days.</summary>
    private long Rank => _length < 0 ? -2 * MeanMonthMinutes * _length + 1 : 2L * _length;

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
