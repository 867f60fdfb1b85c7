using System.Globalization;

namespace TradeBot.Strategies;

/// <summary>Times of day: 00:00 to 24:00, UTC.</summary>
internal static class TimeOfDay
{
    public const long MillisecondsPerDay = 86_400_000;

    /// <summary>Reads hours and minutes.</summary>
    /// <param name="text">Two digits, a colon, two digits.</param>
    /// <param name="milliseconds">Milliseconds since midnight; a whole day for 24:00.</param>
    public static bool TryParse(string text, out long milliseconds)
    {
        milliseconds = 0;
        if (text.Length != 5 || text[2] != ':' || !TryRead(text.AsSpan(0, 2), out int hours) || !TryRead(text.AsSpan(3, 2), out int minutes))
            return false;
        milliseconds = ((hours * 60L) + minutes) * 60_000;
        return minutes < 60 && milliseconds <= MillisecondsPerDay;
    }

    public static string Format(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
