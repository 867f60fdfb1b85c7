namespace TradeBot.MarketData.Tests.Sources;

public sealed class CandleFetchTests : IDisposable
{
    private static readonly CandleSeries s_minutes = MarketGenerator.Single(300, seed: 3);
    private static readonly DateTime s_start = s_minutes.OpenTimeAt(0);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_store_is_filled_from_any_source_and_the_report_says_what_is_missing()
    {
        CandleStore store = CandleStore.Open(_folder);
        var source = new SeriesCandleSource([s_minutes.Slice(0, 100), s_minutes.Resample(Timeframe.FiveMinutes)], "a backup");
        FetchReport report = await source.FetchAsync(store, ["SYN"], [Timeframe.OneMinute, Timeframe.FiveMinutes], s_start, s_start.AddMinutes(300));

        Assert.Equal([(Timeframe.OneMinute, 100L, 100), (Timeframe.FiveMinutes, 60L, 60)], report.Series.Select(s => (s.Timeframe, s.Received, s.Held)));
        Assert.Equal(s_minutes.Slice(0, 100).ContentHash, store.Load("SYN", Timeframe.OneMinute).ContentHash);
        Assert.Null(report.Requests);
        Assert.StartsWith($"a backup: 2 series, 160 candles received {report.Effort}, 160 held, 0 missing\n", report.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"^in \d+\.\d s$", report.Effort);

        Assert.Equal(0, (await source.FetchAsync(store, ["SYN"], [Timeframe.FiveMinutes], s_start, s_start.AddMinutes(300))).Received);
    }

    [Fact]
    public async Task Requests_are_counted_and_the_end_is_the_sources_present()
    {
        var source = new Counted(new SeriesCandleSource([s_minutes])) { Present = s_start.AddMinutes(50) };
        FetchReport report = await source.FetchAsync(CandleStore.Open(_folder), ["SYN"], [Timeframe.OneMinute], s_start);
        Assert.Equal((50, 1L), (report.Received, report.Requests));
        Assert.EndsWith(" s with 1 requests", report.Effort, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_source_does_not_offer_is_refused_before_a_request()
    {
        var source = new Counted(new SeriesCandleSource([s_minutes]));
        CandleStore store = CandleStore.Open(_folder);
        string message = (await Assert.ThrowsAsync<ArgumentException>(() => source.FetchAsync(store, ["SYN"], [Timeframe.OneMinute, Timeframe.OneHour], s_start))).Message;
        Assert.StartsWith("counted has no 1h candles; it has 1m.", message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>("symbols", () => source.FetchAsync(store, [], Timeframe.OneMinute, "2024-01-01"));
        await Assert.ThrowsAsync<ArgumentException>("from", () => source.FetchAsync(store, ["SYN"], Timeframe.OneMinute, "yesterday"));
        Assert.Equal(0, source.RequestsSent);
    }

    private sealed class Counted(ICandleSource source) : ICandleSource
    {
        public DateTime Present { get; init; } = s_start.AddDays(1);

        public string Name => "counted";

        public IReadOnlyList<Timeframe>? Timeframes => [Timeframe.OneMinute];

        public long? RequestsSent { get; private set; } = 0;

        public Task<DateTime> TimeAsync(CancellationToken cancellationToken = default) => Task.FromResult(Present);

        public IAsyncEnumerable<CandleSeries> FetchAsync(
            string symbol, Timeframe timeframe, DateTime from, DateTime to, IProgress<FetchProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            RequestsSent++;
            return source.FetchAsync(symbol, timeframe, from, to, progress, cancellationToken);
        }
    }
}
