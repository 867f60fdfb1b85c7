using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>The columns of a series as arrays.</summary>
internal sealed class PlainCandles(CandleSeries series)
{
    public string Symbol { get; } = series.Symbol;

    public int Count { get; } = series.Count;

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long[] OpenTime { get; } = series.OpenTimes.ToArray();

    public long[] CloseTime { get; } = series.CloseTimes.ToArray();

    public double[] Open { get; } = series.Open.ToArray();

    public double[] High { get; } = series.High.ToArray();

    public double[] Low { get; } = series.Low.ToArray();

    public double[] Close { get; } = series.Close.ToArray();

    public double[] Volume { get; } = series.Volume.ToArray();

    /// <summary>Minutes since midnight UTC at which a candle opens.</summary>
    public int MinuteOfDay(int candle) => (int)(OpenTime[candle] / 60_000 % 1440);

    /// <summary>Whole UTC days since 1970-01-01 at which a candle opens.</summary>
    public long DayOf(int candle) => OpenTime[candle] / 86_400_000;

    /// <summary>A condition of each candle.</summary>
    public bool[] Where(Func<int, bool> condition) => [.. Enumerable.Range(0, Count).Select(condition)];

    /// <summary>A condition of each candle and the one before; false at the first.</summary>
    public bool[] WhereAfterFirst(Func<int, bool> condition) => Where(i => i > 0 && condition(i));
}
