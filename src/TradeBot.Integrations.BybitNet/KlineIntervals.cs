using Bybit.Net.Enums;
using TradeBot.MarketData;

namespace TradeBot.Integrations.BybitNet;

/// <summary>Bybit.Net's names of timeframes.</summary>
internal static class KlineIntervals
{
    private static readonly (Timeframe Timeframe, KlineInterval Interval)[] s_all =
    [
        (Timeframe.OneMinute, KlineInterval.OneMinute), (Timeframe.ThreeMinutes, KlineInterval.ThreeMinutes), (Timeframe.FiveMinutes, KlineInterval.FiveMinutes),
        (Timeframe.FifteenMinutes, KlineInterval.FifteenMinutes), (Timeframe.ThirtyMinutes, KlineInterval.ThirtyMinutes), (Timeframe.OneHour, KlineInterval.OneHour),
        (Timeframe.TwoHours, KlineInterval.TwoHours), (Timeframe.FourHours, KlineInterval.FourHours), (Timeframe.SixHours, KlineInterval.SixHours),
        (Timeframe.TwelveHours, KlineInterval.TwelveHours), (Timeframe.OneDay, KlineInterval.OneDay), (Timeframe.OneWeek, KlineInterval.OneWeek),
        (Timeframe.OneMonth, KlineInterval.OneMonth),
    ];

    /// <exception cref="ArgumentException">The exchange has no such candles.</exception>
    public static KlineInterval Of(Timeframe timeframe)
    {
        int index = Array.FindIndex(s_all, pair => pair.Timeframe == timeframe);
        return index >= 0
            ? s_all[index].Interval
            : throw new ArgumentException($"Bybit has no {timeframe} candles; it has {string.Join(", ", s_all.Select(pair => pair.Timeframe))}.", nameof(timeframe));
    }
}
