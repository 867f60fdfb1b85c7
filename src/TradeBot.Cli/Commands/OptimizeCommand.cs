using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class OptimizeCommand
{
    public const string Word = "optimize", HoldoutFile = "holdout.jsonl";

    public static readonly Argument<string> Argument = StrategyArguments.Strategy();
    private static readonly Option<string[]> Symbols = new("--symbols")
    {
        Description = "The symbol, for a strategy that names none.",
        HelpName = "symbol",
        CustomParser = DataArguments.Split,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<Timeframe?> Length = DataArguments.TimeframeOption("Length of the candles, for a strategy that names none");
    private static readonly Option<DateTime?> From = DataArguments.Time("--from", "First open time");
    private static readonly Option<DateTime?> To = DataArguments.Time("--to", "End of the open times, exclusive");
    public static readonly Option<Dictionary<string, double>> Set = StrategyArguments.Set();
    public static readonly Option<string> Data = DataArguments.Data();
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            Word,
            "Search the parameters of a strategy, count every trial, and say how likely the winner is luck. Every trial is written to the ledger and counts in all later studies on the same candles. " +
            "Exit code: 0 it ran, 1 no trial was complete, 2 wrong usage, 130 cancelled with Ctrl+C: tradebot study resume goes on.")
        {
            Argument, Symbols, Length, From, To, Set, Data, Json,
        };
        foreach (Option option in SpaceArguments.All.Concat(StudyArguments.All).Concat(BacktestConditions.All))
            command.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string text = parsed.GetRequiredValue(Argument), data = parsed.GetRequiredValue(Data);
        Dictionary<string, double> settings = parsed.GetRequiredValue(Set);
        CandleSeries candles = Load(parsed, out CandleFeed feed);
        string holdouts = Path.Combine(data, HoldoutFile), whole = candles.ContentHash;
        if (parsed.GetValue(StudyArguments.Holdout) is double share and not 0)
            candles = Mistake.In(StudyArguments.Holdout, share, () => WithoutHoldout(candles, holdouts, share));

        string name = parsed.GetValue(StudyArguments.Name) ?? $"{Path.GetFileNameWithoutExtension(text)}-{feed.Symbol}-{feed.Timeframe}";
        StudyFolder.RequireName(name);
        Study space = Allowed(SpaceArguments.AddTo(Study.Named(name, parsed.GetValue(StudyArguments.Seed)), parsed), text, settings);
        ISampler sampler = StudyArguments.SamplerOf(parsed);
        SpaceArguments.RequireFree(space, settings);
        SpaceArguments.RequireSome(space, sampler, parsed);
        int trials = parsed.GetValue(StudyArguments.Trials)
            ?? (sampler is GridSampler ? int.MaxValue : throw new ArgumentException($"--trials says how many trials the {sampler.Name} sampler makes."));

        StudyArguments.RequireLength(parsed, candles);
        Study<PerformanceSummary> study = StudyArguments.Judge(space, parsed);
        BacktestOptions conditions = BacktestConditions.Of(parsed);
        var folder = new StudyFolder(parsed.GetRequiredValue(StudyArguments.Folder));
        folder.Begin(name, ArgumentsOf(parsed));

        var printer = new StudyPrinter(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetValue(Json) };
        using var journal = StudyJournal.Open(folder.JournalOf(name));
        using var ledger = TrialLedger.Beside(data, parsed.GetValue(StudyArguments.Ledger));
        StudyResult result;
        try
        {
            result = printer.Watch(progress => study.Run(
                sampler,
                trials,
                candles,
                p => StrategyArguments.Load(text, Settings(settings, p)),
                conditions,
                new StudyOptions
                {
                    Progress = progress,
                    Storage = journal,
                    Ledger = ledger ?? TrialLedger.None,
                    TrialTimeout = parsed.GetValue(StudyArguments.TrialTimeout),
                    Timeout = parsed.GetValue(StudyArguments.Timeout),
                    HoldoutOpenings = Holdout.OpeningsIn(holdouts, whole),
                },
                cancellationToken));
        }
        catch (InvalidOperationException none)
        {
            // The sampler found no combination that meets the conditions: so few do that it gave up.
            parsed.InvocationConfiguration.Error.WriteLine($"tradebot: {Mistake.Of(none)}");
            return ExitCode.Failure;
        }

        printer.Print(result);
        if (parsed.GetResult(StudyArguments.Page) is not null)
            printer.PrintWritten(StudyReporting.Write(result, parsed.GetValue(StudyArguments.Page) ?? folder.PageOf(name)));
        return result.Best is null ? ExitCode.Failure : ExitCode.Success;
    }

    /// <summary>The study without the combinations that the strategy's own constraints refuse.</summary>
    /// <exception cref="ArgumentException">The strategy has no parameter of a name that is searched or set.</exception>
    public static Study Allowed(Study study, string strategy, Dictionary<string, double> settings)
    {
        DefinedStrategy rule = StrategyArguments.Load(strategy, []);
        _ = rule.Accepts(Settings(settings, study.Space.SetOf([.. study.Space.Parameters.Select(p => p.AtFraction(0))]))); // a wrong name is told before any work
        return rule.Definition.Constraints.Count == 0 ? study : study.Where(p => rule.Accepts(Settings(settings, p)));
    }

    /// <summary>The candles that the command names, the holdout included.</summary>
    public static CandleSeries Load(ParseResult parsed, out CandleFeed feed)
    {
        DefinedStrategy strategy = StrategyArguments.Load(parsed.GetRequiredValue(Argument), []); // parameters change no feed
        var feeds = new StoredFeeds(CandleStore.Open(parsed.GetRequiredValue(Data)));
        feed = Only(feeds.Choose(strategy.Feeds, parsed.GetRequiredValue(Symbols), parsed.GetValue(Length)));
        return feeds.Load(feed, parsed.GetValue(From), parsed.GetValue(To));
    }

    private static CandleFeed Only(IReadOnlyList<CandleFeed> feeds) => feeds.Count == 1
        ? feeds[0]
        : throw new ArgumentException($"A study runs on one series, and the strategy asks for {string.Join(", ", feeds.Select(f => $"{f.Symbol} {f.Timeframe}"))}.");

    public static CandleSeries WithoutHoldout(CandleSeries candles, string register, double share)
    {
        using var holdout = Holdout.Open(register);
        int first = holdout.Lock(candles.ContentHash, candles.Count, share, row => candles.Slice(0, row).ContentHash);
        return candles.Slice(0, first);
    }

    public static Dictionary<string, double> Settings(Dictionary<string, double> fixedOnes, ParameterSet parameters)
    {
        Dictionary<string, double> all = new(fixedOnes);
        foreach ((string name, ParameterValue value) in parameters)
            all[name] = value.ToDouble();
        return all;
    }

    /// <summary>The words of the command line as they were given.</summary>
    private static string[] ArgumentsOf(ParseResult parsed) => [.. parsed.Tokens.Select(t => t.Value)];
}
