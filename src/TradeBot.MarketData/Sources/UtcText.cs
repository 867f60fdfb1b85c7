using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>Parses UTC times from text.</summary>
internal static class UtcText
{
    private static readonly string[] s_formats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <exception cref="ArgumentException">The text is not such a time.</exception>
    public static DateTime Parse(string text, string name) => DateTime.TryParseExact(
        text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time)
        ? time
        : throw new ArgumentException($"'{text}' is not a UTC time such as 2024-01-31 or 2024-01-31T12:00.", name);
}
