using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests;

/// <summary>Small data that several tests draw.</summary>
internal static class Samples
{
    public static readonly DateTime Start = new(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Candles that walk at random from 100, seeded; positions in <paramref name="absent"/> are left out.</summary>
    public static CandleSeries Walk(int count, Timeframe timeframe, string symbol = "BTCUSDT", params int[] absent)
    {
        var random = new Random(11);
        List<long> times = [];
        List<double>[] columns = [[], [], [], [], []];
        long time = UnixTime.FromDateTime(Start);
        double price = 100;
        for (int i = 0; i < count; i++, time = timeframe.NextOpen(time))
        {
            double close = price * (1 + 0.02 * (random.NextDouble() - 0.5));
            double high = Math.Max(price, close) * 1.003, low = Math.Min(price, close) * 0.997;
            if (!absent.Contains(i))
            {
                times.Add(time);
                double[] row = [price, high, low, close, 1 + random.Next(9)];
                for (int c = 0; c < row.Length; c++)
                    columns[c].Add(row[c]);
            }

            price = close;
        }

        return new CandleSeries(
            symbol, timeframe, times.ToArray(), columns[0].ToArray(), columns[1].ToArray(), columns[2].ToArray(),
            columns[3].ToArray(), columns[4].ToArray());
    }

    public static DateTime[] Days(int count) => [.. Enumerable.Range(0, count).Select(i => Start.AddDays(i))];

    public static double[] Ramp(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];
}
