using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.Exchanges;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class ExchangeCommand
{
    private static readonly Option<string?> From = new("--from") { Description = "Folder of candles to serve; without it they are generated.", HelpName = "folder" };
    private static readonly Option<int> Symbols = new("--symbols") { Description = "How many symbols to generate.", HelpName = "number", DefaultValueFactory = _ => 3 };
    private static readonly Option<int> Days = new("--days") { Description = "How many days of one-minute candles to generate.", HelpName = "number", DefaultValueFactory = _ => 7 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the generated candles and of the faults.", HelpName = "number", DefaultValueFactory = _ => 1 };
    private static readonly Option<DateTime?> At = DataArguments.Time("--at", "The exchange's time at the start; by default a day before the last candle, or the last candle when time stands still");
    private static readonly Option<double> Speed = new("--speed") { Description = "Speed of the exchange's clock: 60 is a minute each second, 0 stands still.", HelpName = "factor", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Port = new("--port") { Description = "Port on the loopback interface, 0 for a free one.", HelpName = "number", DefaultValueFactory = _ => 8787 };
    private static readonly Option<string> Faults = new("--faults") { Description = $"What goes wrong: {string.Join(", ", FaultScenario.Names)}.", HelpName = "scenario", DefaultValueFactory = _ => "none" };
    private static readonly Option<string?> Key = new("--key") { Description = "API key of the account, any name; it enables signed requests, private streams and order entry. The secret comes from --secret-from.", HelpName = "name" };
    private static readonly Option<string> SecretFrom = new("--secret-from") { Description = "Environment variable that has the key's secret.", HelpName = "variable", DefaultValueFactory = _ => "TRADEBOT_EXCHANGE_SECRET" };
    private static readonly Option<string[]> Money = new("--money") { Description = "Starting balance of the account, such as USDT:100000; may be given several times. 100,000 USDT by default.", HelpName = "coin:amount" };
    private static readonly Option<bool> Hedged = new("--hedged") { Description = "Start in hedge mode: a long and a short position side by side." };
    private static readonly Option<bool> Demo = new("--demo") { Description = "A demo account: funds on request, no order entry by WebSocket." };
    private static readonly Option<string> OrderFaults = new("--order-faults") { Description = $"What goes wrong with orders and private streams: {string.Join(", ", EmulatorFaults.Names)}.", HelpName = "faults", DefaultValueFactory = _ => "none" };
    private static readonly Option<bool> NoLimits = new("--no-limits") { Description = "Allow any number of requests instead of 600 in 5 s." };
    private static readonly Option<bool> UntilInputEnds = new("--until-input-ends") { Description = "Stop when standard input ends: with the process that started this one." };

    public static Command Create()
    {
        var command = new Command(
            "exchange",
            "Run a local exchange that speaks Bybit v5 over REST and WebSocket, for work without a network and for tests with faults. " +
            "Its first line of output ends with its address. Exit code: 0 stopped, 2 wrong usage, or the port is in use.")
        {
            From, Symbols, Days, Seed, At, Speed, Port, Faults, Key, SecretFrom, Money, Hedged, Demo, OrderFaults, NoLimits, UntilInputEnds,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static BybitCredentials? CredentialsOf(ParseResult parsed)
    {
        if (parsed.GetValue(Key) is not { } key)
            return null;
        string variable = parsed.GetRequiredValue(SecretFrom);
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } secret
            ? new BybitCredentials(key, secret)
            : throw new ArgumentException($"{Key.Name} needs a secret: set the environment variable {variable} to any text, and give the same to the client.");
    }

    private static EmulatorAccount AccountOf(ParseResult parsed)
    {
        var account = new EmulatorAccount { IsHedged = parsed.GetValue(Hedged), IsDemo = parsed.GetValue(Demo) };
        return parsed.GetValue(Money) is { Length: > 0 } money ? account with { Balances = money.Select(BalanceOf).ToDictionary(pair => pair.Coin, pair => pair.Amount) } : account;
    }

    private static (string Coin, decimal Amount) BalanceOf(string text) =>
        text.Split(':') is [{ Length: > 0 } coin, var number] && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            ? (coin, amount)
            : throw new ArgumentException($"{Money.Name} \"{text}\" is not a coin and an amount such as USDT:100000.");

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
                Credentials = CredentialsOf(parsed),
                Account = AccountOf(parsed),
                OrderFaults = EmulatorFaults.Named(parsed.GetRequiredValue(OrderFaults), parsed.GetValue(Seed)),
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
