using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Cli.Commands;

internal static class StrategyCheckCommand
{
    private static readonly Argument<string> Strategy = StrategyArguments.Strategy();
    private static readonly Option<Dictionary<string, double>> Set = StrategyArguments.Set();
    private static readonly Option<string[]> Symbols = new("--symbols")
    {
        Description = "Symbols, separated by commas, for a strategy that names no symbols.",
        HelpName = "symbols",
        CustomParser = DataArguments.Split,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<Timeframe?> Length = DataArguments.TimeframeOption("Timeframe, for a strategy that names none; 1m when not given");
    private static readonly Option<string?> Store = new("--store") { Description = "Folder of the candles; generated ones when not given.", HelpName = "folder" };
    private static readonly Option<DateTime?> From = DataArguments.Time("--from", "First open time");
    private static readonly Option<DateTime?> To = DataArguments.Time("--to", "End of the open times, exclusive");
    private static readonly Option<int> Count = new("--count") { Description = "Candles per symbol, when they are generated.", HelpName = "candles", DefaultValueFactory = _ => 3_000 };
    private static readonly Option<int> Replays = new("--replays") { Description = "At how many decisions to cut off and change the future.", HelpName = "number", DefaultValueFactory = _ => 200 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Same seed, same check.", HelpName = "number", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "check",
            "Check for look-ahead by replay: decisions must not change when the future is cut off or changed, when the run is repeated, or when another session runs in between. " +
            "Exit code: 0 no look-ahead found, 1 a decision changed, 2 wrong usage or a document with errors.")
        {
            Strategy, Set, Symbols, Length, Store, From, To, Count, Replays, Seed, Json,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Check(parsed, cancellationToken)));
        return command;
    }

    private static int Check(ParseResult parsed, CancellationToken cancellationToken)
    {
        DefinedStrategy strategy = StrategyArguments.Load(parsed.GetRequiredValue(Strategy), parsed.GetRequiredValue(Set));
        CandleFeed[] feeds = [.. Feeds(strategy, parsed)];
        CandleSeries[] series = parsed.GetValue(Store) is { } folder ? Load(folder, feeds, parsed) : Generate(feeds, parsed);
        int replays = parsed.GetValue(Replays);
        var options = new CausalityOptions { Seed = parsed.GetValue(Seed), ReplayAllUpTo = replays, SampledReplays = replays };
        CausalityReport report = CausalityCheck.Run(strategy, series, options, cancellationToken);

        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        if (parsed.GetValue(Json))
            printer.Json(report);
        else
            printer.Line(report.ToString());
        return report.IsCausal ? ExitCode.Success : ExitCode.Failure;
    }

    private static IEnumerable<CandleFeed> Feeds(DefinedStrategy strategy, ParseResult parsed)
    {
        if (strategy.Feeds.Count > 0)
            return strategy.Feeds;
        string[] usual = strategy.Definition.On.IsMany ? ["SYNA", "SYNB", "SYNC"] : ["SYN"];
        string[] symbols = parsed.GetRequiredValue(Symbols) is { Length: > 0 } given ? given : usual;
        return symbols.Select(s => new CandleFeed(s, parsed.GetValue(Length) ?? Timeframe.OneMinute));
    }

    private static CandleSeries[] Load(string folder, CandleFeed[] feeds, ParseResult parsed)
    {
        CandleStore store = DataArguments.Existing(folder, Store.Name);
        return [.. feeds.Select(f => store.Load(f.Symbol, f.Timeframe).Between(parsed.GetValue(From) ?? DateTime.MinValue, parsed.GetValue(To) ?? DateTime.MaxValue))];
    }

    /// <summary>One market for all feeds: longer candles are made of the shortest.</summary>
    private static CandleSeries[] Generate(CandleFeed[] feeds, ParseResult parsed)
    {
        Timeframe shortest = feeds.Min(f => f.Timeframe);
        SyntheticMarket market = MarketGenerator.Generate(new SyntheticMarketOptions
        {
            Symbols = [.. feeds.Select(f => f.Symbol).Distinct().Select((s, i) => new SyntheticSymbol(s, 100 * (i + 1), 0.6))],
            Count = parsed.GetValue(Count),
            Seed = parsed.GetValue(Seed),
            Timeframe = shortest,
        });
        return [.. feeds.Select(f => market.First(s => s.Symbol == f.Symbol).Resample(f.Timeframe))];
    }
}
