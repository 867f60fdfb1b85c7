namespace TradeBot.MarketData.Tests.Storage;

/// <summary>Candles for storage tests.</summary>
internal static class TestCandles
{
    /// <summary>2023-01-01 00:00 UTC.</summary>
    public const long Start = 1_672_531_200_000;

    /// <summary>Candle i of the series opens i minutes after <see cref="Start"/> at the price 100 + i, or as it was revised.</summary>
    public static CandleSeries Minutes(
        int first, int count, double revision = 0, bool turnover = false, bool synthetic = false, string symbol = "BTCUSDT", Timeframe? timeframe = null)
    {
        long[] times = new long[count];
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        bool[] isSynthetic = new bool[count];
        for (int i = 0; i < count; i++)
        {
            times[i] = Start + (first + i) * UnixTime.MillisecondsPerMinute;
            open[i] = 100 + first + i;
            close[i] = open[i] + 0.25;
            high[i] = open[i] + 1.5;
            low[i] = open[i] - 0.5;
            volume[i] = 10 + revision;
            isSynthetic[i] = (first + i) % 3 == 0;
        }

        return new CandleSeries(
            symbol, timeframe ?? Timeframe.OneMinute, times, open, high, low, close, volume,
            turnover ? open : default(ReadOnlyMemory<double>), synthetic ? isSynthetic : default(ReadOnlyMemory<bool>));
    }

    /// <summary>The minute numbers of the candles held.</summary>
    public static int[] MinutesOf(CandleSeries series) =>
        [.. series.OpenTimes.ToArray().Select(time => (int)((time - Start) / UnixTime.MillisecondsPerMinute))];
}
