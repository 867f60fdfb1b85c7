using System.Globalization;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Rest;

/// <summary>The exchange's names for categories, timeframes and times.</summary>
internal static class WireNames
{
    private static readonly (Timeframe Timeframe, string Interval)[] s_intervals =
    [
        (Timeframe.OneMinute, "1"), (Timeframe.ThreeMinutes, "3"), (Timeframe.FiveMinutes, "5"), (Timeframe.FifteenMinutes, "15"),
        (Timeframe.ThirtyMinutes, "30"), (Timeframe.OneHour, "60"), (Timeframe.TwoHours, "120"), (Timeframe.FourHours, "240"),
        (Timeframe.SixHours, "360"), (Timeframe.TwelveHours, "720"), (Timeframe.OneDay, "D"), (Timeframe.OneWeek, "W"), (Timeframe.OneMonth, "M"),
    ];

    /// <summary>All candle intervals of the exchange.</summary>
    public static IEnumerable<string> Intervals => s_intervals.Select(pair => pair.Interval);

    /// <summary>The timeframes that the exchange offers.</summary>
    public static IReadOnlyList<Timeframe> Timeframes { get; } = [.. s_intervals.Select(pair => pair.Timeframe)];

    public static string Of(BybitCategory category) => category switch
    {
        BybitCategory.Spot => "spot",
        BybitCategory.Linear => "linear",
        _ => "inverse",
    };

    public static BybitCategory? CategoryOf(string? text) => text switch
    {
        "spot" => BybitCategory.Spot,
        "linear" => BybitCategory.Linear,
        "inverse" => BybitCategory.Inverse,
        _ => null,
    };

    /// <exception cref="ArgumentException">The exchange has no such candles.</exception>
    public static string Of(Timeframe timeframe) => Array.Find(s_intervals, pair => pair.Timeframe == timeframe).Interval
        ?? throw new ArgumentException($"Bybit has no {timeframe} candles; it has {string.Join(", ", Timeframes)}.", nameof(timeframe));

    public static Timeframe? TimeframeOf(string? interval)
    {
        int index = Array.FindIndex(s_intervals, pair => pair.Interval == interval);
        return index < 0 ? null : s_intervals[index].Timeframe;
    }

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}
