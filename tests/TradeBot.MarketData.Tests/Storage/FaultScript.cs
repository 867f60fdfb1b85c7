namespace TradeBot.MarketData.Tests.Storage;

/// <summary>One write that a process makes before it is ended.</summary>
internal sealed record FaultStep(string Symbol, bool IsAppend, int First, int Count, double Revision);

/// <summary>The writes that follow from a seed, the same for the process that makes them and the test that knows what must be held.</summary>
internal static class FaultScript
{
    /// <summary>Plain CSV, everything kept.</summary>
    public const string Plain = "PLAIN";

    /// <summary>Compressed.</summary>
    public const string Packed = "PACKED";

    /// <summary>The last fifty kept.</summary>
    public const string Recent = "RECENT";

    public static IReadOnlyList<string> Symbols { get; } = [Plain, Packed, Recent];

    public static CandleStore Open(string folder, string symbol) => CandleStore.Open(Path.Combine(folder, symbol), symbol switch
    {
        Packed => new CandleStoreOptions { Compress = true },
        Recent => new CandleStoreOptions { KeepLast = 50 },
        _ => CandleStoreOptions.Default,
    });

    /// <summary>Endless.</summary>
    public static IEnumerable<FaultStep> Steps(int seed)
    {
        var random = new Random(seed);
        Dictionary<string, int> next = Symbols.ToDictionary(symbol => symbol, _ => 0);
        for (int i = 1; ; i++)
        {
            string symbol = random.Next(10) switch { < 6 => Plain, < 8 => Packed, _ => Recent };
            bool isAppend = random.Next(3) > 0;
            int first = isAppend ? next[symbol] : Math.Max(0, next[symbol] - random.Next(0, 60));
            int count = symbol == Plain && random.Next(8) == 0 ? random.Next(2_000, 8_000) : random.Next(1, 80);
            next[symbol] = Math.Max(next[symbol], first + count);
            yield return new FaultStep(symbol, isAppend, first, count, i);
        }
    }

    public static void Run(FaultStep step, CandleStore store)
    {
        CandleSeries candles = TestCandles.Minutes(step.First, step.Count, step.Revision, turnover: true, symbol: step.Symbol);
        if (step.IsAppend)
            store.Append(candles);
        else
            store.Upsert(candles);
    }
}
