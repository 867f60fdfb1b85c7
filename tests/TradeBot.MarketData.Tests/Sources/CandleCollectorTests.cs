namespace TradeBot.MarketData.Tests.Sources;

public sealed class CandleCollectorTests : IDisposable
{
    private static readonly CandleSeries s_minutes = MarketGenerator.Single(5000, seed: 3);
    private static readonly DateTime s_start = s_minutes.OpenTimeAt(0);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_held_is_not_fetched_again_and_holes_are()
    {
        CandleStore store = CandleStore.Open(_folder);
        store.Upsert(s_minutes.Slice(0, 500));
        store.Upsert(s_minutes.Slice(550, 2450));
        var source = new Asked(new SeriesCandleSource([s_minutes]));

        long received = await new CandleCollector(source, store).CollectAsync("SYN", Timeframe.OneMinute, s_start, s_start.AddMinutes(5000));
        Assert.Equal(s_minutes.ContentHash, store.Load("SYN", Timeframe.OneMinute).ContentHash);
        Assert.Equal(50 + 2000, received);
        Assert.Equal([(500, 550), (3000, 5000)], source.Ranges);

        Assert.Equal(0, await new CandleCollector(source, store).CollectAsync("SYN", Timeframe.OneMinute, s_start, s_start.AddMinutes(5000)));
    }

    [Fact]
    public async Task Near_holes_are_asked_for_together()
    {
        CandleStore store = CandleStore.Open(_folder);
        store.Upsert(s_minutes.Slice(0, 100));
        store.Upsert(s_minutes.Slice(110, 90));
        store.Upsert(s_minutes.Slice(210, 90));
        var source = new Asked(new SeriesCandleSource([s_minutes]));
        await new CandleCollector(source, store).CollectAsync("SYN", Timeframe.OneMinute, s_start, s_start.AddMinutes(300));
        Assert.Equal([(100, 210)], source.Ranges);
    }

    [Fact]
    public async Task A_failure_keeps_what_came_before_it()
    {
        CandleStore store = CandleStore.Open(_folder);
        var source = new Asked(new SeriesCandleSource([s_minutes])) { FailsAfter = 3 };
        await Assert.ThrowsAsync<IOException>(() => new CandleCollector(source, store).CollectAsync("SYN", Timeframe.OneMinute, s_start, s_start.AddMinutes(5000)));
        Assert.Equal(3000, store.Load("SYN", Timeframe.OneMinute).Count);
    }

    [Fact]
    public async Task Only_as_many_are_fetched_as_the_store_keeps()
    {
        CandleStore store = CandleStore.Open(_folder, new CandleStoreOptions { KeepLast = 200 });
        var source = new Asked(new SeriesCandleSource([s_minutes]));
        await new CandleCollector(source, store).CollectAsync("SYN", Timeframe.OneMinute, s_start, s_start.AddMinutes(4000).AddSeconds(30));
        Assert.Equal([(3800, 4000)], source.Ranges);
        Assert.Equal(200, store.Load("SYN", Timeframe.OneMinute).Count);
    }

    [Fact]
    public async Task An_empty_range_is_refused() => await Assert.ThrowsAsync<ArgumentException>(() =>
        new CandleCollector(new SeriesCandleSource([s_minutes]), CandleStore.Open(_folder)).CollectAsync("SYN", Timeframe.OneMinute, s_start, s_start));

    /// <summary>Remembers the ranges asked for, in minutes since the start, and fails when told to.</summary>
    private sealed class Asked(ICandleSource source) : ICandleSource
    {
        public List<(int From, int To)> Ranges { get; } = [];

        public int FailsAfter { get; init; } = int.MaxValue;

        public string Name => source.Name;

        public async IAsyncEnumerable<CandleSeries> FetchAsync(
            string symbol, Timeframe timeframe, DateTime from, DateTime to, IProgress<FetchProgress>? progress = null,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Ranges.Add(((int)(from - s_start).TotalMinutes, (int)(to - s_start).TotalMinutes));
            int pieces = 0;
            await foreach (CandleSeries piece in source.FetchAsync(symbol, timeframe, from, to, progress, cancellationToken))
            {
                if (pieces++ == FailsAfter)
                    throw new IOException("The line broke.");
                yield return piece;
            }
        }
    }
}
