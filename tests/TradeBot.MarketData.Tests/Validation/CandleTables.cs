namespace TradeBot.MarketData.Tests;

/// <summary>Small tables of minutes for tests: each begins at 2024-01-01 and can be broken at will.</summary>
internal static class CandleTables
{
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A sound candle that opens some minutes after the start, its close wandering with the minute.</summary>
    public static Candle Minute(double minute) =>
        new(Start.AddMinutes(minute), 100, 102, 98, 100 + (int)minute % 3 * 0.1, 10);

    public static List<Candle> Minutes(int count) => [.. Enumerable.Range(0, count).Select(i => Minute(i))];

    public static CandleTable Table(params IEnumerable<Candle> candles) =>
        CandleTable.Of("TEST", Timeframe.OneMinute, [.. candles]);

    public static CandleSeries Series(params IEnumerable<Candle> candles) => Table(candles).ToSeries();
}
