using System.Diagnostics;
using TradeBot.Exchanges;
using TradeBot.MarketData;

namespace TradeBot.Benchmarks.Exchanges;

/// <summary>Fetches from a local exchange in a process of its own: at its limit for a minute, many symbols, one long one, and without limits.</summary>
internal static class FetchBench
{
    private const int Symbols = 550, Candles = 200, PermittedPerMinute = 7200;

    private static readonly DateTime s_start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static void Run(TextWriter output) => RunAsync(output).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter output)
    {
        output.WriteLine("fetch, from a local exchange in another process on the same machine");
        await using (ExchangeProcess exchange = await ExchangeProcess.StartAsync("--symbols", "550", "--days", "3"))
        {
            await ManyAsync(exchange, output);
            output.WriteLine($"  {await exchange.StopAsync()}");
        }

        await using (ExchangeProcess exchange = await ExchangeProcess.StartAsync("--symbols", "1", "--days", "365"))
        {
            await YearAsync(exchange, output);
            await Task.Delay(TimeSpan.FromSeconds(5)); // what the year used of the window is forgotten
            await MinuteAtTheLimitAsync(exchange, output);
            output.WriteLine($"  {await exchange.StopAsync()}");
        }

        await using (ExchangeProcess exchange = await ExchangeProcess.StartAsync("--symbols", "1", "--days", "365", "--no-limits"))
            await CeilingAsync(exchange, output);
    }

    private static async Task YearAsync(ExchangeProcess exchange, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("tradebot-bench-").FullName;
        try
        {
            using var bybit = new BybitExchange(BybitOptions.For(exchange.Address));
            FetchReport report = await bybit.Linear.FetchAsync(CandleStore.Open(folder), ["SYNBTCUSDT"], Timeframe.OneMinute, from: "2024-01-01");
            Print(output, "a symbol-year of 1m", report);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ManyAsync(ExchangeProcess exchange, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("tradebot-bench-").FullName;
        try
        {
            using var bybit = new BybitExchange(BybitOptions.For(exchange.Address));
            string[] symbols = [.. (await bybit.Linear.InstrumentsAsync()).Select(i => i.Symbol)];
            CandleStore store = CandleStore.Open(folder, new CandleStoreOptions { KeepLast = Candles });
            FetchReport report = await bybit.Linear.FetchAsync(store, symbols, [Timeframe.OneMinute, Timeframe.FiveMinutes, Timeframe.FifteenMinutes], s_start);
            if (symbols.Length != Symbols || report.Series.Any(series => series.Held != Candles))
                throw new InvalidOperationException("Not every series has its candles.");
            Print(output, FormattableString.Invariant($"{Symbols} x 3 series of {Candles}"), report);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MinuteAtTheLimitAsync(ExchangeProcess exchange, TextWriter output)
    {
        using var bybit = new BybitExchange(BybitOptions.For(exchange.Address));
        (long requests, _) = await PagesAsync(bybit, TimeSpan.FromSeconds(60));
        output.WriteLine(FormattableString.Invariant($"  requests in 60 s              {requests,8:N0}, {(double)requests / PermittedPerMinute:P1} of what is permitted"));
    }

    private static async Task CeilingAsync(ExchangeProcess exchange, TextWriter output)
    {
        using var bybit = new BybitExchange(BybitOptions.For(exchange.Address) with { RequestsPerWindow = null });
        await PagesAsync(bybit, TimeSpan.FromSeconds(2));
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long sent = bybit.RequestsSent;
        (_, long candles) = await PagesAsync(bybit, TimeSpan.FromSeconds(10));
        process.Refresh();
        double requests = bybit.RequestsSent - sent, busy = (process.TotalProcessorTime - before).TotalSeconds;
        output.WriteLine(FormattableString.Invariant($"  without limits                {requests / 10,8:N0} requests/s, {candles / 10.0:N0} candles/s; {candles / busy:N0} candles for each second of processor time"));
    }

    /// <summary>Fetches full pages again and again, as many at once as the options say.</summary>
    private static async Task<(long Requests, long Candles)> PagesAsync(BybitExchange bybit, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        long candles = 0;
        try
        {
            while (true)
            {
                await foreach (CandleSeries page in bybit.Linear.Candles.FetchAsync("SYNBTCUSDT", Timeframe.OneMinute, s_start, s_start.AddDays(360), progress: null, stop.Token))
                    candles += page.Count;
            }
        }
        catch (OperationCanceledException)
        {
            return (bybit.RequestsSent, candles);
        }
    }

    private static void Print(TextWriter output, string what, FetchReport report) => output.WriteLine(FormattableString.Invariant(
        $"  {what,-29} {report.Time.TotalSeconds,8:0.0} s, {report.Received:N0} candles, {report.Requests:N0} requests; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
}
