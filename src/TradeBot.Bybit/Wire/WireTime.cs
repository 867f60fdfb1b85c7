using System.Globalization;

namespace TradeBot.Exchanges.Wire;

/// <summary>Times in the exchange's two formats: milliseconds since 1970-01-01 UTC, or ISO 8601.</summary>
internal static class WireTime
{
    private static readonly string[] s_formats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    /// <param name="text">A whole number, or a date with or without a time; UTC when it has no offset.</param>
    /// <param name="milliseconds">Since 1970-01-01 UTC.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out long milliseconds)
    {
        if (TryParseWhole(text, out milliseconds))
            return true;
        bool isTime = DateTimeOffset.TryParseExact(
            text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time);
        milliseconds = isTime ? time.ToUnixTimeMilliseconds() : 0;
        return isTime;
    }

    /// <summary>A whole number, also when written as 1.0 or 1.6e12.</summary>
    public static bool TryParseWhole(ReadOnlySpan<char> text, out long value)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
            return true;
        bool isWhole = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }
}
