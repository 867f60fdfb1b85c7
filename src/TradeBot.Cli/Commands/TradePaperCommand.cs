using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Exchanges;
using TradeBot.MarketData;
using TradeBot.Sessions;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class TradePaperCommand
{
    private static readonly Argument<string> Strategy = StrategyArguments.Strategy();
    private static readonly Option<string[]> Symbols = new("--symbols")
    {
        Description = "Symbols, separated by commas, for a strategy that names none.",
        HelpName = "symbols",
        CustomParser = DataArguments.Split,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<Timeframe?> Length = DataArguments.TimeframeOption("Timeframe of the candles, for a strategy that names none");
    private static readonly Option<Timeframe?> Fills = DataArguments.TimeframeOption("Timeframe of the candles that determine fills; by default the shortest that the strategy sees", "--fills");
    private static readonly Option<Dictionary<string, double>> Set = StrategyArguments.Set();
    private static readonly Option<string?> Folder = new("--session") { Description = "Folder of the session; an existing session continues. By default sessions/ and the strategy's name.", HelpName = "folder" };
    private static readonly Option<string> Exchange = ExchangeArguments.Exchange();
    private static readonly Option<BybitCategory> Category = ExchangeArguments.Category();
    private static readonly Option<bool> Replay = new("--replay") { Description = "Trade on the candles of --data instead of an exchange's." };
    private static readonly Option<string> Data = DataArguments.Data();
    private static readonly Option<DateTime?> From = DataArguments.Time("--from", "With --replay: first open time; the strategy warms up on the candles before it");
    private static readonly Option<DateTime?> To = DataArguments.Time("--to", "With --replay: end of the open times, exclusive");
    private static readonly Option<double> Speed = new("--speed") { Description = "With --replay: how many times faster than the market; by default as fast as possible.", HelpName = "times", DefaultValueFactory = _ => double.PositiveInfinity };
    private static readonly Option<int> WarmUp = new("--warm-up") { Description = "Number of candles of each feed that the strategy sees before it trades.", HelpName = "candles", DefaultValueFactory = _ => SessionOptions.Default.WarmUp };
    private static readonly Option<WhenCancelled> Interrupt = new("--on-interrupt") { Description = "What Ctrl+C does: halt uses the kill switch, keep leaves positions for the next start.", HelpName = "halt|keep", DefaultValueFactory = _ => WhenCancelled.Halt };
    private static readonly Option<string?> Page = new("--report") { Description = "Write a report when the session ends; the extension selects the format: .html, .md, .json or .csv.", HelpName = "file" };
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "paper",
            "Trade on live candles with the fills of a backtest; nothing is sent to the exchange. A parallel backtest runs on the same candles, and each difference is explained. " +
            "Exit code: 0 the candles ended, 1 the strategy failed or the session was halted, 2 wrong usage, 130 stopped with Ctrl+C.")
        {
            Strategy, Symbols, Length, Fills, Set, Folder, Exchange, Category, Replay, Data, From, To, Speed, WarmUp, Interrupt, Page, TradeSessionCommands.By, Json,
        };
        foreach (Option condition in BacktestConditions.All)
            command.Add(condition);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IStrategy strategy = StrategyArguments.SpecOf(parsed.GetRequiredValue(Strategy), parsed.GetRequiredValue(Set)).Create() as IStrategy
            ?? throw new ArgumentException("An order algorithm cannot trade in a session: give a strategy.");
        (ICandleStream stream, ICandleSource history, IReadOnlyList<CandleFeed> feeds) = CandlesOf(parsed, strategy);
        string folder = parsed.GetValue(Folder) ?? Path.Combine("sessions", SessionName.Of(strategy.Name));
        var options = new SessionOptions
        {
            Terms = BacktestConditions.Of(parsed),
            Feeds = strategy.Feeds.Count > 0 ? [] : feeds,
            FillsFollow = parsed.GetValue(Fills),
            Folder = folder,
            History = history,
            WarmUp = parsed.GetValue(WarmUp),
            WhenCancelled = parsed.GetValue(Interrupt),
        };
        var printer = new TradePrinter(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetValue(Json) };
        SessionResult result;
        await using (Session session = Open(strategy, options))
        {
            printer.Began(folder, session.GoesOn);
            if (session.Summary.State == TradingState.Disabled)
                session.Allow(parsed.GetRequiredValue(TradeSessionCommands.By), "Paper trading was started.");
            try
            {
                result = await printer.WatchAsync(progress => session.RunAsync(stream, progress, cancellationToken));
            }
            catch (LeaseLostException lost)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"tradebot: {lost.Message}");
                return ExitCode.Failure;
            }
        }

        printer.Print(result);
        if (parsed.GetValue(Page) is { } page)
        {
            Reporting.SessionReport.Create(result).Save(page);
            printer.Wrote(page);
        }

        return cancellationToken.IsCancellationRequested ? ExitCode.Cancelled : result.Summary.State == TradingState.Halted ? ExitCode.Failure : ExitCode.Success;
    }

    /// <exception cref="ArgumentException">Another process trades in the folder.</exception>
    private static Session Open(IStrategy strategy, SessionOptions options)
    {
        try
        {
            return Session.Open(strategy, options);
        }
        catch (InvalidOperationException held)
        {
            throw new ArgumentException(held.Message, held);
        }
    }

    private static (ICandleStream Stream, ICandleSource History, IReadOnlyList<CandleFeed> Feeds) CandlesOf(ParseResult parsed, IStrategy strategy)
    {
        if (!parsed.GetValue(Replay))
        {
            BybitMarket market = Bybit.At(parsed.GetRequiredValue(Exchange)).Market(parsed.GetRequiredValue(Category));
            string[] symbols = parsed.GetRequiredValue(Symbols);
            if (strategy.Feeds.Count > 0)
                return (market.Stream(), market, strategy.Feeds);
            if (symbols.Length == 0 || parsed.GetValue(Length) is not { } length)
                throw new ArgumentException("The strategy names no feeds: give --symbols and --timeframe.");
            return (market.Stream(), market, [.. symbols.Select(s => new CandleFeed(s, length))]);
        }

        var stored = new StoredFeeds(CandleStore.Open(parsed.GetRequiredValue(Data)));
        IReadOnlyList<CandleFeed> feeds = stored.Choose(strategy.Feeds, parsed.GetRequiredValue(Symbols), parsed.GetValue(Length));
        CandleFeed[] all = [.. feeds, .. parsed.GetValue(Fills) is { } fills ? feeds.Select(f => new CandleFeed(f.Symbol, fills)) : feeds.Select(f => new CandleFeed(f.Symbol, feeds.Min(g => g.Timeframe)))];
        CandleSeries[] whole = [.. all.Distinct().Select(f => stored.Load(f, null, null))];
        DateTime from = parsed.GetValue(From) ?? DateTime.MinValue, to = parsed.GetValue(To) ?? DateTime.MaxValue;
        CandleSeries[] part = [.. whole.Select(s => s.Between(from, to))];
        if (part.Any(s => s.Count == 0))
            throw new ArgumentException("There are no candles between --from and --to.");
        return (new ReplayedCandles(part, parsed.GetValue(Speed)), new SeriesCandleSource(whole, "the data folder"), feeds);
    }
}
