using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Reporting;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class OptimizeCommand
{
    public const string HoldoutFile = "holdout.jsonl";

    private static readonly Argument<string> Argument = StrategyArguments.Strategy();
    private static readonly Option<string[]> Symbols = new("--symbols")
    {
        Description = "Symbols, separated by commas, for a strategy that names none; several are one portfolio.",
        HelpName = "symbols",
        CustomParser = DataArguments.Split,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<Timeframe?> Length = DataArguments.TimeframeOption("Timeframe, for a strategy that names none");
    private static readonly Option<DateTime?> From = DataArguments.Time("--from", "First open time");
    private static readonly Option<DateTime?> To = DataArguments.Time("--to", "End of the open times, exclusive");
    private static readonly Option<Dictionary<string, double>> Set = StrategyArguments.Set();
    private static readonly Option<string> Data = DataArguments.Data();
    private static readonly Option<bool> Json = DataArguments.Json();

    /// <summary>Where trials are counted and what is written.</summary>
    public static IEnumerable<Option> Outputs => [StudyArguments.Ledger, StudyArguments.Page, Json];

    public static Command Create()
    {
        var command = new Command(
            "optimize",
            "Optimize the parameters of a strategy, count every trial, and estimate the probability that the winner is luck. Every trial is written to the ledger and counts in all later studies on the same candles. " +
            "Exit code: 0 it ran, 1 no trial was complete, 2 wrong usage, 130 cancelled with Ctrl+C: tradebot study resume continues it.")
        {
            Argument, Symbols, Length, From, To, Set, ModelArguments.Given, ModelArguments.Folder, Data,
        };
        foreach (Option option in Outputs.Concat(SpaceArguments.All).Concat(StudyArguments.All).Concat(BacktestConditions.All))
            command.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string text = parsed.GetRequiredValue(Argument), data = parsed.GetRequiredValue(Data);
        DefinedStrategy usual = StrategyArguments.Load(text, []); // parameters change no feed
        CandleStore store = CandleStore.Open(data);
        var feeds = new StoredFeeds(store);
        IReadOnlyList<CandleFeed> chosen = feeds.Choose(usual.Feeds, parsed.GetRequiredValue(Symbols), parsed.GetValue(Length));
        CandleSeries[] candles = [.. chosen.Select(f => feeds.Load(f, parsed.GetValue(From), parsed.GetValue(To)))];
        if (parsed.GetValue(StudyArguments.Holdout) is double share and not 0)
            candles = [Mistake.In(StudyArguments.Holdout, share, () => WithoutHoldout(candles, Path.Combine(data, HoldoutFile), share))];

        string name = parsed.GetValue(StudyArguments.Name) ?? $"{Path.GetFileNameWithoutExtension(text)}-{string.Join('-', chosen.Select(f => $"{f.Symbol}-{f.Timeframe}"))}";
        StudyFolder.RequireName(name);
        BacktestOptions conditions = BacktestConditions.Of(parsed);
        conditions = conditions with { IntrabarCandles = IntrabarSelection.Of(store, candles, usual, conditions) };
        StrategySpec template = StrategyArguments.TemplateOf(text, parsed.GetRequiredValue(Set));
        if (ModelArguments.Of(parsed, StrategyArguments.TemplateOf(text, [])) is { } models)
            template = (DocumentSpec)template with { Models = models };
        var spec = new StudySpec
        {
            Name = name,
            Seed = parsed.GetValue(StudyArguments.Seed),
            Backtest = BacktestSpec.Of(template, candles, conditions),
            Space = SpaceArguments.Of(parsed),
            Where = parsed.GetRequiredValue(SpaceArguments.Where),
            Metric = parsed.GetRequiredValue(StudyArguments.Metric),
            MinTrades = parsed.GetValue(StudyArguments.MinTrades),
            Sampler = parsed.GetRequiredValue(StudyArguments.Sampler),
            Trials = parsed.GetValue(StudyArguments.Trials),
            TrialTimeout = parsed.GetValue(StudyArguments.TrialTimeout),
            Timeout = parsed.GetValue(StudyArguments.Timeout),
        };
        return Run(spec, [.. candles, .. conditions.IntrabarCandles], new StudyFolder(parsed.GetRequiredValue(StudyArguments.Folder)), data, parsed, cancellationToken);
    }

    /// <summary>Runs or resumes a study, and prints its results.</summary>
    /// <param name="spec">The study.</param>
    /// <param name="candles">Its candles: those of the feeds, then the intrabar candles.</param>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="data">The folder of the candles, with the register of the holdout.</param>
    /// <param name="parsed">The command, with the options of <see cref="Outputs"/>.</param>
    /// <param name="cancellationToken">Stops it; study resume continues it.</param>
    public static int Run(StudySpec spec, CandleSeries[] candles, StudyFolder folder, string data, ParseResult parsed, CancellationToken cancellationToken)
    {
        var printer = new StudyPrinter(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetValue<bool>("--json") };
        using var ledger = TrialLedger.Beside(data, parsed.GetValue(StudyArguments.Ledger));
        StudyResult result;
        try
        {
            result = printer.Watch(progress => folder.Run(
                spec,
                candles,
                new StudyOptions
                {
                    Progress = progress,
                    Ledger = ledger ?? TrialLedger.None,
                    HoldoutOpenings = [.. candles.Take(spec.Backtest.Data.Count).SelectMany(c => Holdout.OpeningsIn(Path.Combine(data, HoldoutFile), c.ContentHash))],
                },
                ModelArguments.Library(parsed),
                cancellationToken));
        }
        catch (InvalidOperationException none)
        {
            // The sampler found no combination that meets the conditions: so few do that it gave up.
            parsed.InvocationConfiguration.Error.WriteLine($"tradebot: {Mistake.Of(none)}");
            return ExitCode.Failure;
        }

        printer.Print(result);
        if (parsed.GetResult(StudyArguments.Page.Name) is not null)
        {
            string page = parsed.GetValue<string?>(StudyArguments.Page.Name) ?? folder.PageOf(spec.Name);
            StudyReport.Create(result).Save(page);
            printer.PrintWritten(page);
        }

        return result.Best is null ? ExitCode.Failure : ExitCode.Success;
    }

    private static CandleSeries WithoutHoldout(CandleSeries[] candles, string register, double share)
    {
        if (candles is not [var only])
            throw new ArgumentException("A holdout needs a study of one series: give one symbol and one timeframe, or leave out --holdout.");
        using var holdout = Holdout.Open(register);
        return only.HoldOut(share, holdout);
    }
}
