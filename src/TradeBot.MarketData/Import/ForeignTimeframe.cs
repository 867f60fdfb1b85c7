using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>Timeframes as others write them: 1h, H1, 60, hourly, D, 1mo.</summary>
internal static class ForeignTimeframe
{
    /// <summary>A word for a timeframe; null when it is none.</summary>
    public static Timeframe? Parse(string text) => Timeframe.TryParse(text, out Timeframe timeframe) ? timeframe : text.ToUpperInvariant() switch
    {
        "MINUTE" or "1MIN" or "1MINUTE" => Timeframe.OneMinute,
        "H" or "HOUR" or "HOURLY" or "1HOUR" => Timeframe.OneHour,
        "D" or "DAY" or "DAILY" or "1DAY" => Timeframe.OneDay,
        "W" or "WEEK" or "WEEKLY" or "1WEEK" => Timeframe.OneWeek,
        "1MO" or "MN1" or "MN" or "MONTH" or "MONTHLY" => Timeframe.OneMonth,
        ['M', .. var minutes] => OfMinutes(minutes, 1),
        ['H', .. var hours] => OfMinutes(hours, 60),
        ['D' or 'W', '1'] => text[0] is 'D' or 'd' ? Timeframe.OneDay : Timeframe.OneWeek,
        [.. var minutes, 'M', 'I', 'N'] => OfMinutes(minutes, 1),
        [.. var hours, 'H'] => OfMinutes(hours, 60),
        [.. var days, 'D'] when days == "1" => Timeframe.OneDay,
        [.. var weeks, 'W'] when weeks == "1" => Timeframe.OneWeek,
        _ => null,
    };

    /// <summary>A plain number of minutes, as exchanges' interfaces use them.</summary>
    public static Timeframe? OfMinutes(string count, int minutes = 1) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? OfMinutes((long)number * minutes)
            : null;

    private static Timeframe? OfMinutes(long minutes)
    {
        foreach (Timeframe timeframe in Timeframe.All)
        {
            if (timeframe <= Timeframe.OneDay && (long)timeframe.Duration.TotalMinutes == minutes)
                return timeframe;
        }

        return null;
    }
}
