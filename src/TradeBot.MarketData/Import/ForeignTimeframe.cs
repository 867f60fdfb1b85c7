using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>Parses foreign timeframes: 1h, H1, 60, hourly, D, 1mo.</summary>
internal static class ForeignTimeframe
{
    private const int MinutesOfDay = 1440; // exchanges do not use minutes for longer ones

    /// <summary>Parses a timeframe; null when the text is not one.</summary>
    public static Timeframe? Parse(string text) => Timeframe.TryParse(text, out Timeframe timeframe) ? timeframe : text.ToUpperInvariant() switch
    {
        "MINUTE" or "1MINUTE" => Timeframe.OneMinute,
        "H" or "HOUR" or "HOURLY" or "1HOUR" => Timeframe.OneHour,
        "D" or "DAY" or "DAILY" or "1DAY" => Timeframe.OneDay,
        "W" or "WEEK" or "WEEKLY" or "1WEEK" => Timeframe.OneWeek,
        "MN1" or "MN" or "MONTH" or "MONTHLY" => Timeframe.OneMonth,
        ['M', .. var minutes] => OfMinutes(minutes, 1),
        ['H', .. var hours] => OfMinutes(hours, 60),
        ['D' or 'W', '1'] => text[0] is 'D' or 'd' ? Timeframe.OneDay : Timeframe.OneWeek,
        _ => null,
    };

    /// <summary>A plain number of minutes, as exchange APIs use them.</summary>
    public static Timeframe? OfMinutes(string count, int minutes = 1) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && (long)number * minutes is > 0 and <= MinutesOfDay and var length
            ? Timeframe.Of(TimeSpan.FromMinutes(length))
            : null;
}
