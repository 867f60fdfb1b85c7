using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests;

public sealed class BybitCandleSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-bybit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_timeframe_comes_whole_and_nothing_that_is_open()
    {
        await using BybitEmulator emulator = await LocalExchange.StartAsync(LocalExchange.Minutes(70_000, 1, "AAAUSDT"));
        using BybitExchange exchange = LocalExchange.Client(emulator);
        foreach (Timeframe timeframe in Timeframe.Usual)
        {
            List<CandleSeries> pieces = await PiecesAsync(exchange, "AAAUSDT", timeframe, LocalExchange.Start, emulator.Now.AddYears(1));
            AssertSame(emulator.Closed("AAAUSDT", timeframe).Between(LocalExchange.Start, emulator.Now), pieces);
        }
    }

    [Fact]
    public async Task A_halt_does_not_shift_the_pages()
    {
        CandleSeries minutes = LocalExchange.Minutes(9000, 1, "AAAUSDT")[0];
        CandleSeries halted = Without(minutes, 2500, 6200);
        await using BybitEmulator emulator = await LocalExchange.StartAsync([halted]);
        using BybitExchange exchange = LocalExchange.Client(emulator);
        AssertSame(emulator.Closed("AAAUSDT", Timeframe.OneMinute), await PiecesAsync(exchange, "AAAUSDT", Timeframe.OneMinute, LocalExchange.Start, emulator.Now));
    }

    [Fact]
    public async Task Years_before_the_listing_cost_one_request()
    {
        await using BybitEmulator emulator = await LocalExchange.StartAsync(LocalExchange.Minutes(1500, 1, "AAAUSDT"));
        using BybitExchange exchange = LocalExchange.Client(emulator);
        List<CandleSeries> pieces = await PiecesAsync(exchange, "AAAUSDT", Timeframe.OneMinute, LocalExchange.Start.AddYears(-5), emulator.Now);
        Assert.Equal(1499, pieces.Sum(p => p.Count));
        Assert.Equal(4, exchange.RequestsSent); // time, months, two pages
    }

    [Fact]
    public async Task An_exchange_whose_clock_was_set_back_gives_no_open_candle()
    {
        CandleSeries[] minutes = LocalExchange.Minutes(5000, 1, "AAAUSDT");
        async Task<BybitEmulator> StartAsync(int minute, int port) => await BybitEmulator.StartAsync(
            new EmulatorOptions { Candles = minutes, Start = LocalExchange.Start.AddMinutes(minute + 0.5), Speed = 0, Port = port, Limits = EmulatorLimits.None });

        BybitEmulator late = await StartAsync(4000, port: 0);
        using BybitExchange exchange = LocalExchange.Client(late);
        await PiecesAsync(exchange, "AAAUSDT", Timeframe.OneMinute, LocalExchange.Start, late.Now);
        await late.DisposeAsync();

        await using BybitEmulator early = await StartAsync(1500, new Uri(late.Address).Port);
        AssertSame(
            early.Closed("AAAUSDT", Timeframe.OneMinute),
            await PiecesAsync(exchange, "AAAUSDT", Timeframe.OneMinute, LocalExchange.Start, LocalExchange.Start.AddMinutes(3000)));
    }

    [Fact]
    public async Task A_fetch_goes_on_where_the_store_ends_and_fills_its_holes()
    {
        CandleSeries minutes = LocalExchange.Minutes(20_000, 1, "AAAUSDT")[0];
        await using BybitEmulator emulator = await LocalExchange.StartAsync([minutes]);
        using BybitExchange exchange = LocalExchange.Client(emulator);
        CandleStore store = CandleStore.Open(_folder);
        store.Upsert(Without(minutes.Slice(0, 15_000), 7000, 7010));

        FetchReport report = await exchange.Linear.FetchAsync(store, ["AAAUSDT"], Timeframe.OneMinute, from: "2024-01-01");
        Assert.Equal(emulator.Closed("AAAUSDT", Timeframe.OneMinute).ContentHash, store.Load("AAAUSDT", Timeframe.OneMinute).ContentHash);
        Assert.Equal(10 + 4999, report.Received);

        long before = exchange.RequestsSent;
        FetchReport again = await exchange.Linear.FetchAsync(store, ["AAAUSDT"], Timeframe.OneMinute, from: "2024-01-01", to: "2024-01-14");
        Assert.Equal((0L, before + 1), (again.Received, exchange.RequestsSent)); // the time, nothing else
    }

    [Fact]
    public async Task A_fetch_that_is_stopped_keeps_what_it_has_and_goes_on()
    {
        CandleSeries minutes = LocalExchange.Minutes(60_000, 1, "AAAUSDT")[0];
        await using BybitEmulator emulator = await LocalExchange.StartAsync([minutes], new FaultScenario { Latency = TimeSpan.FromMilliseconds(20) });
        using BybitExchange exchange = LocalExchange.Client(emulator, options => options with { ParallelRequests = 2 });
        CandleStore store = CandleStore.Open(_folder);
        using var stop = new CancellationTokenSource();
        var progress = new StopAt(stop, 25_000);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            exchange.Linear.FetchAsync(store, ["AAAUSDT"], Timeframe.OneMinute, "2024-01-01", to: null, progress, stop.Token));
        int kept = store.Load("AAAUSDT", Timeframe.OneMinute).Count;
        Assert.InRange(kept, 25_000, 59_000);

        FetchReport rest = await exchange.Linear.FetchAsync(store, ["AAAUSDT"], Timeframe.OneMinute, from: "2024-01-01");
        Assert.Equal(59_999 - kept, rest.Received);
        Assert.Equal(emulator.Closed("AAAUSDT", Timeframe.OneMinute).ContentHash, store.Load("AAAUSDT", Timeframe.OneMinute).ContentHash);
    }

    [Fact]
    public async Task Progress_rises_to_one_for_each_series()
    {
        await using BybitEmulator emulator = await LocalExchange.StartAsync(LocalExchange.Minutes(10_000, 1, "AAAUSDT", "BBBUSDT"));
        using BybitExchange exchange = LocalExchange.Client(emulator);
        var progress = new Recorder();
        FetchReport report = await exchange.Linear.FetchAsync(
            CandleStore.Open(_folder), ["AAAUSDT", "BBBUSDT"], [Timeframe.OneMinute, Timeframe.OneHour], LocalExchange.Start, to: null, progress);

        Assert.Equal(4, report.Series.Count);
        Assert.All(progress.Reports.GroupBy(r => (r.Symbol, r.Timeframe)), series =>
        {
            double[] fractions = [.. series.Select(r => r.Fraction)];
            Assert.Equal(fractions.Order(), fractions);
            Assert.Equal(1, fractions[^1]);
        });
        Assert.Contains("4 series", report.ToString(), StringComparison.Ordinal);
        Assert.False(report.HasErrors);
    }

    [Theory]
    [InlineData("latency")]
    [InlineData("limits")]
    [InlineData("errors")]
    [InlineData("broken")]
    [InlineData("halts")]
    [InlineData("skew")]
    public async Task What_is_stored_is_what_was_served(string scenario)
    {
        FaultScenario faults = FaultScenario.Named(scenario, seed: 5);
        await using BybitEmulator emulator = await LocalExchange.StartAsync(LocalExchange.Minutes(12_000, 2, "AAAUSDT", "BBBUSDT"), faults with { Latency = faults.Latency / 10 });
        using BybitExchange exchange = LocalExchange.Client(emulator);
        CandleStore store = CandleStore.Open(_folder);
        await exchange.Linear.FetchAsync(store, ["AAAUSDT", "BBBUSDT"], [Timeframe.OneMinute, Timeframe.FifteenMinutes], LocalExchange.Start);
        foreach (string symbol in (string[])["AAAUSDT", "BBBUSDT"])
        {
            foreach (Timeframe timeframe in (Timeframe[])[Timeframe.OneMinute, Timeframe.FifteenMinutes])
                Assert.Equal(emulator.Closed(symbol, timeframe).ContentHash, store.Load(symbol, timeframe).ContentHash);
        }
    }

    internal static async Task<List<CandleSeries>> PiecesAsync(BybitExchange exchange, string symbol, Timeframe timeframe, DateTime from, DateTime to)
    {
        List<CandleSeries> pieces = [];
        await foreach (CandleSeries piece in exchange.Linear.Candles.FetchAsync(symbol, timeframe, from, to))
            pieces.Add(piece);
        return pieces;
    }

    private static CandleSeries Without(CandleSeries series, int from, int to)
    {
        T[] Column<T>(ReadOnlySpan<T> values) => [.. values[..from], .. values[to..]];
        return new CandleSeries(
            series.Symbol, series.Timeframe, Column(series.OpenTimes), Column(series.Open), Column(series.High), Column(series.Low),
            Column(series.Close), Column(series.Volume), Column(series.Turnover));
    }

    private static void AssertSame(CandleSeries expected, List<CandleSeries> pieces) => Assert.Equal(expected.ToArray(), pieces.SelectMany(p => p));

    private sealed class StopAt(CancellationTokenSource stop, long candles) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value)
        {
            if (value.Candles >= candles)
                stop.Cancel();
        }
    }

    private sealed class Recorder : IProgress<FetchProgress>
    {
        private readonly Lock _gate = new();
        private readonly List<FetchProgress> _reports = [];

        public IReadOnlyList<FetchProgress> Reports => _reports;

        public void Report(FetchProgress value)
        {
            lock (_gate)
                _reports.Add(value);
        }
    }
}
