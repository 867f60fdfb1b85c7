namespace TradeBot.MarketData.Tests.Storage;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_runs()
    {
        using var temporary = new TemporaryFolder();
        string folder = temporary.Path;

        CandleStore store = CandleStore.Open(folder);
        CandleSeries march = MarketGenerator.Single(count: 10_000, seed: 7);
        store.Append(march.Slice(0, 9_000));                           // at the end: nothing is rewritten
        store.Upsert(march.Slice(8_990, 1_010));                       // overlaps: candles already stored stay unchanged
        CandleSeries candles = store.Load(march.Symbol, Timeframe.OneMinute);
        IReadOnlyList<CandleStoreEntry> held = store.List();           // symbol, timeframe, count, first, last

        CandleStore live = CandleStore.Open(Path.Combine(folder, "live"), new CandleStoreOptions { KeepLast = 50 });
        live.Replace(candles);                                         // exactly the newest fifty

        Assert.Equal(march.ContentHash, candles.ContentHash);
        Assert.Equal(10_000, Assert.Single(held).Count);
        Assert.Equal(50, live.Load(march.Symbol, Timeframe.OneMinute).Count);
    }
}
