using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

/// <summary>Candles for tests: made by hand, or generated from a seed.</summary>
internal static class Candles
{
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>One-minute candles with the given closes; each opens at the close before, the first at its own.</summary>
    /// <param name="closes">One per minute; NaN leaves that minute out.</param>
    public static CandleSeries Of(params double[] closes)
    {
        int[] present = [.. Enumerable.Range(0, closes.Length).Where(i => !double.IsNaN(closes[i]))];
        double[] close = [.. present.Select(i => closes[i])];
        double[] open = [.. present.Select((_, i) => close[Math.Max(0, i - 1)])];
        long start = UnixTime.FromDateTime(Start);
        return new CandleSeries(
            "TEST", Timeframe.OneMinute, present.Select(i => start + i * UnixTime.MillisecondsPerMinute).ToArray(),
            open, open.Zip(close, Math.Max).ToArray(), open.Zip(close, Math.Min).ToArray(), close, close.Select(_ => 1.0).ToArray());
    }

    /// <summary>A seeded market of one-minute candles.</summary>
    public static CandleSeries Generate(int count, int seed = 1, double edge = 0, bool withOutage = false)
    {
        var symbol = new SyntheticSymbol("SYN", 20_000, 0.6)
        {
            Edge = edge == 0 ? null : new PlantedEdge(edge),
            Outages = withOutage ? [new Outage(Start.AddMinutes(count / 2), Start.AddMinutes(count / 2 + 7))] : [],
        };
        return MarketGenerator.Generate(new SyntheticMarketOptions { Symbols = [symbol], Seed = seed, Count = count, Start = Start })[0];
    }
}
