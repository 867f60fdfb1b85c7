using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class ExchangeCommand
{
    private static readonly Option<string?> From = new("--from") { Description = "Folder of candles to serve; without it they are generated.", HelpName = "folder" };
    private static readonly Option<int> Symbols = new("--symbols") { Description = "How many symbols to generate.", HelpName = "number", DefaultValueFactory = _ => 3 };
    private static readonly Option<int> Days = new("--days") { Description = "How many days of one-minute candles to generate.", HelpName = "number", DefaultValueFactory = _ => 7 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of what is generated and of the faults.", HelpName = "number", DefaultValueFactory = _ => 1 };
    private static readonly Option<DateTime?> At = DataArguments.Time("--at", "The exchange's clock at the start; a day before the last candle when not given, or at it when time stands still");
    private static readonly Option<double> Speed = new("--speed") { Description = "Seconds of the exchange in a second: 60 is a minute each second, 0 stands still.", HelpName = "factor", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Port = new("--port") { Description = "Port on the loopback interface, 0 for a free one.", HelpName = "number", DefaultValueFactory = _ => 8787 };
    private static readonly Option<string> Faults = new("--faults") { Description = $"What goes wrong: {string.Join(", ", FaultScenario.Names)}.", HelpName = "scenario", DefaultValueFactory = _ => "none" };
    private static readonly Option<bool> NoLimits = new("--no-limits") { Description = "Permit any number of requests instead of 600 in 5 s." };
    private static readonly Option<bool> UntilInputEnds = new("--until-input-ends") { Description = "Stop when standard input ends: with the process that started this one." };

    public static Command Create()
    {
        var command = new Command(
            "exchange",
            "Run a local exchange that speaks Bybit v5 over REST and WebSocket, for work without a network and for tests with faults. " +
            "Its first line of output ends with its address. Exit code: 0 stopped, 2 wrong usage, or the port is taken.")
        {
            From, Symbols, Days, Seed, At, Speed, Port, Faults, NoLimits, UntilInputEnds,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IReadOnlyList<CandleSeries> candles = parsed.GetValue(From) is { } folder ? Load(folder) : Generate(parsed);
        double speed = parsed.GetValue(Speed);
        await using BybitEmulator exchange = await BybitEmulator.StartAsync(
            new EmulatorOptions
            {
                Candles = candles,
                Start = parsed.GetValue(At) ?? (speed == 0 ? null : ADayBeforeTheEnd(candles)),
                Speed = speed,
                Port = parsed.GetValue(Port),
                Limits = parsed.GetValue(NoLimits) ? EmulatorLimits.None : new EmulatorLimits(),
                Faults = FaultScenario.Named(parsed.GetRequiredValue(Faults), parsed.GetValue(Seed)),
            },
            cancellationToken);

        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        printer.Line($"local exchange at {exchange.Address}");
        printer.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{candles.Count} series of {candles.Select(series => series.Symbol).Distinct().Count()} symbols; it is {exchange.Now:yyyy-MM-dd HH:mm} UTC there, {speed} x real time; faults: {parsed.GetValue(Faults)}; Ctrl+C stops it"));
        await parsed.InvocationConfiguration.Output.FlushAsync(cancellationToken);
        await StoppedAsync(parsed.GetValue(UntilInputEnds), cancellationToken);
        EmulatorStatistics seen = exchange.Statistics;
        printer.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{seen.Requests} requests, at most {seen.MostInWindow} in 5 s; {seen.RateLimited} refused with 10006, {seen.Refused} with 403; {seen.Connections} sockets, {seen.Faults} faults"));
        return ExitCode.Success;
    }

    private static async Task StoppedAsync(bool untilInputEnds, CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = cancellationToken.Register(stopped.SetResult);
        await (untilInputEnds ? Task.WhenAny(stopped.Task, Task.Run(Console.In.ReadToEnd, CancellationToken.None)) : stopped.Task);
    }

    private static CandleSeries[] Load(string folder)
    {
        CandleStore store = DataArguments.Existing(folder, From.Name);
        IReadOnlyList<CandleStoreEntry> entries = DataArguments.Choose(store, [], []);
        return [.. entries.Where(entry => entry.Count > 0).Select(entry => store.Load(entry.Symbol, entry.Timeframe))];
    }

    private static IReadOnlyList<CandleSeries> Generate(ParseResult parsed) => MarketGenerator.Generate(new SyntheticMarketOptions
    {
        Symbols = [.. Enumerable.Range(0, parsed.GetValue(Symbols)).Select(Symbol)],
        Seed = parsed.GetValue(Seed),
        Count = parsed.GetValue(Days) * 1440,
    });

    private static SyntheticSymbol Symbol(int number) => number switch
    {
        0 => new("SYNBTCUSDT", 42_000, 0.55) { TickSize = 0.1m, Correlation = 0.95 },
        1 => new("SYNETHUSDT", 2_300, 0.65),
        2 => new("SYNSOLUSDT", 100, 0.95) { LotSize = 0.1m },
        _ => new(string.Create(CultureInfo.InvariantCulture, $"SYN{number}USDT"), 1 + number, 0.9) { TickSize = 0.001m },
    };

    private static DateTime ADayBeforeTheEnd(IReadOnlyList<CandleSeries> candles) =>
        candles.Max(series => series.CloseTimeAt(series.Count - 1)).AddDays(-1);
}
