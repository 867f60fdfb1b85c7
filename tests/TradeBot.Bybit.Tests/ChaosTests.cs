using System.Globalization;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests;

/// <summary>Every fault at once, drawn by seed: what is stored in the end is what the exchange served.</summary>
public class ChaosTests
{
    private const int RunsUsually = 40;
    private const int Live = 15;

    private static readonly string[] s_symbols = ["AAAUSDT", "BBBUSDT", "CCCUSDT"];

    /// <summary>TRADEBOT_CHAOS_RUNS=200 makes the long run.</summary>
    private static int Runs =>
        int.TryParse(Environment.GetEnvironmentVariable("TRADEBOT_CHAOS_RUNS"), CultureInfo.InvariantCulture, out int runs) ? runs : RunsUsually;

    [Fact]
    public async Task Whatever_goes_wrong_nothing_is_lost_invented_repeated_or_still_open()
    {
        long faults = 0, bans = 0;
        await Parallel.ForAsync(0, Runs, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, token) =>
        {
            (long Faults, long Bans) run = await RunAsync(seed, token);
            Interlocked.Add(ref faults, run.Faults);
            Interlocked.Add(ref bans, run.Bans);
        });
        Assert.True(faults > 20 * Runs, $"{faults} faults in {Runs} runs");
        Assert.True(bans > 0, "No run met a ban.");
    }

    /// <summary>A fetch of the past, which the live candles then continue in the same store.</summary>
    private static async Task<(long Faults, long Bans)> RunAsync(int seed, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("tradebot-chaos-").FullName;
        try
        {
            await using BybitEmulator emulator = await BybitEmulator.StartAsync(
                new EmulatorOptions
                {
                    Candles = LocalExchange.Minutes(8000, seed, s_symbols),
                    Start = LocalExchange.Start.AddMinutes(3000),
                    Speed = 1500,
                    Limits = new EmulatorLimits { RequestsPerWindow = null, PerEndpoint = seed % 2 == 0 ? 200 : null },
                    PushInterval = TimeSpan.FromMilliseconds(10),
                    Faults = FaultScenario.Named("chaos", seed),
                },
                cancellationToken);
            using BybitExchange exchange = LocalExchange.Client(emulator);
            CandleStore store = CandleStore.Open(folder);
            long bans = await ThroughBansAsync(() => exchange.Linear.FetchAsync(
                store, s_symbols, [Timeframe.OneMinute, Timeframe.FiveMinutes], LocalExchange.Start.AddDays(-40), to: null, progress: null, cancellationToken), cancellationToken);
            bans += await ThroughBansAsync(() => RecordAsync(exchange, store, cancellationToken), cancellationToken);
            Check(emulator, store, seed);
            return (emulator.Statistics.Faults, bans);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A ban ends a fetch, and the start of a stream; both go on when it is over.</summary>
    private static async Task<long> ThroughBansAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        for (int bans = 0; ; bans++)
        {
            try
            {
                await work();
                return bans;
            }
            catch (BybitException banned) when (banned.RetryAt is not null)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(260), cancellationToken);
            }
        }
    }

    private static async Task RecordAsync(BybitExchange exchange, CandleStore store, CancellationToken cancellationToken)
    {
        DateTime?[] since = [.. s_symbols.Select(symbol => store.TryLoad(symbol, Timeframe.OneMinute, out CandleSeries? held) ? (DateTime?)held.CloseTimeAt(held.Count - 1) : null)];
        Dictionary<string, int> live = s_symbols.ToDictionary(symbol => symbol, _ => 0);
        await foreach (CandleUpdate update in exchange.Linear.Stream().SubscribeAsync(s_symbols, Timeframe.OneMinute, since, cancellationToken))
        {
            if (!update.IsClosed)
                continue;
            store.Append(CandleRecorder.SeriesOf(update)); // refuses what is not later than what is held
            live[update.Symbol]++;
            if (live.Values.All(count => count >= Live))
                return;
        }
    }

    private static void Check(BybitEmulator emulator, CandleStore store, int seed)
    {
        foreach (string symbol in s_symbols)
        {
            foreach (Timeframe timeframe in (Timeframe[])[Timeframe.OneMinute, Timeframe.FiveMinutes])
            {
                CandleSeries stored = store.Load(symbol, timeframe), served = emulator.Closed(symbol, timeframe);
                DateTime end = stored.CloseTimeAt(stored.Count - 1);
                Assert.True(end <= emulator.Now && served.Between(LocalExchange.Start, end).ContentHash == stored.ContentHash, $"{symbol} {timeframe} differs with seed {seed}.");
            }
        }
    }
}
