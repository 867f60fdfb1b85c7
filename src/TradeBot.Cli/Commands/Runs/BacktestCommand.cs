using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;
using TradeBot.Reporting;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class BacktestCommand
{
    private const string PageExtension = ".html";

    private static readonly Argument<string?> Argument = new("strategy")
    {
        Description = "A strategy document (a YAML file), a library strategy (tradebot strategy list), or a class as assembly.dll:Class.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Named = new("--strategy") { Description = "The same, as an option.", HelpName = "strategy" };
    private static readonly Option<string[]> Symbols = new("--symbols")
    {
        Description = "Symbols, separated by commas, for a strategy that names no symbols.",
        HelpName = "symbols",
        CustomParser = DataArguments.Split,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<Timeframe?> Length = DataArguments.TimeframeOption("Timeframe, for a strategy that names none; resampled from shorter candles where the store has none of this length");
    private static readonly Option<DateTime?> From = DataArguments.Time("--from", "First open time");
    private static readonly Option<DateTime?> To = DataArguments.Time("--to", "End of the open times, exclusive");
    private static readonly Option<Dictionary<string, double>> Set = StrategyArguments.Set();
    public static readonly Option<string> Data = DataArguments.Data();
    private static readonly Option<string?> PagePath = new("--report") { Description = "Write the report to this file, one self-contained HTML page.", HelpName = "file" };
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Write every table and the manifest into this folder; a name that ends in .html writes the report instead.",
        HelpName = "folder",
    };

    private static readonly Option<ExportFormat> Format = new("--format") { Description = "How tables are written.", HelpName = "csv|json" };
    private static readonly Option<string?> Benchmark = new("--benchmark")
    {
        Description = "Compare with buy-and-hold of this symbol of the run; by default with equal parts of all its symbols, bought once.",
        HelpName = "symbol",
    };

    private static readonly Option<bool> Json = DataArguments.Json();

    /// <summary>Where the candles are and what is written.</summary>
    public static IEnumerable<Option> Outputs => [Data, StudyArguments.Ledger, PagePath, Out, Format, Json];

    public static Command Create()
    {
        var command = new Command(
            "backtest",
            "Backtest a strategy on the candles of a folder and print its performance after costs. " +
            "Exit code: 0 it ran, 1 the strategy failed while it ran, 2 wrong usage, unknown strategy or symbol, no candles, 130 cancelled with Ctrl+C: nothing is written.")
        {
            Argument, Named, Symbols, Length, From, To, Set, ModelArguments.Given, ModelArguments.Folder, Benchmark,
        };
        foreach (Option condition in Outputs.Concat(BacktestConditions.All).Concat(HoldingCosts.All))
            command.Add(condition);
        // On its own thread, so that Ctrl+C is handled while it runs.
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        StrategySpec strategy = StrategyArguments.SpecOf(StrategyOf(parsed), parsed.GetRequiredValue(Set));
        if (ModelArguments.Of(parsed, strategy) is { } models)
            strategy = (DocumentSpec)strategy with { Models = models };
        BacktestOptions options = BacktestConditions.Of(parsed) with { Benchmark = parsed.GetValue(Benchmark) };
        CandleStore store = CandleStore.Open(parsed.GetRequiredValue(Data));
        var feeds = new StoredFeeds(store);
        IReadOnlyList<CandleFeed> chosen = feeds.Choose((strategy.Create() as IStrategy)?.Feeds ?? [], parsed.GetRequiredValue(Symbols), parsed.GetValue(Length));
        if (options.Benchmark is string benchmark && !chosen.Any(f => f.Symbol == benchmark))
            throw new ArgumentException($"--benchmark {benchmark} is not a symbol of the run; accepted are {string.Join(", ", chosen.Select(f => f.Symbol).Distinct())}.");

        return Run(
            progress =>
            {
                CandleSeries[] series = [.. chosen.Select(f => Load(f, feeds, parsed, progress, cancellationToken))];
                BacktestOptions conditions = HoldingCosts.Add(options with { IntrabarCandles = IntrabarSelection.Of(store, series) }, parsed, series);
                return (BacktestSpec.Of(strategy, series, conditions), [.. series, .. conditions.IntrabarCandles]);
            },
            parsed,
            cancellationToken);
    }

    /// <summary>Runs a spec, prints the result and writes the requested files.</summary>
    /// <param name="make">Makes the spec and loads its candles, and reports progress.</param>
    /// <param name="parsed">The command, with the options of <see cref="Outputs"/>.</param>
    /// <param name="cancellationToken">Stops the run: nothing is written then.</param>
    public static int Run(Func<IProgress<string>, (BacktestSpec Spec, CandleSeries[] Candles)> make, ParseResult parsed, CancellationToken cancellationToken)
    {
        var printer = new BacktestPrinter(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetValue<bool>("--json") };
        BacktestResult? result = printer.Watch(progress =>
        {
            (BacktestSpec spec, CandleSeries[] candles) = make(progress);
            var running = new Running($"running {string.Join(", ", spec.Data.Select(d => $"{d.Symbol} {d.Timeframe}"))}", progress);
            return RunGuarded(spec, candles, running, parsed, cancellationToken);
        });
        if (result is null)
            return ExitCode.Failure;

        printer.Print(result);
        foreach (string written in Write(result, parsed, cancellationToken))
            printer.PrintWritten(written);
        return ExitCode.Success;
    }

    private static string StrategyOf(ParseResult parsed) => (parsed.GetValue(Argument), parsed.GetValue(Named)) switch
    {
        ({ } argument, null) => argument,
        (null, { } option) => option,
        (null, null) => throw new ArgumentException("No strategy is given: use tradebot backtest STRATEGY; tradebot strategy list names the strategies of the library."),
        ({ } argument, { } option) => throw new ArgumentException($"Two strategies are given, '{argument}' and '{option}'; give one."),
    };

    private static CandleSeries Load(CandleFeed feed, StoredFeeds feeds, ParseResult parsed, IProgress<string> progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress.Report($"loading {feed.Symbol} {feed.Timeframe}");
        return feeds.Load(feed, parsed.GetValue(From), parsed.GetValue(To));
    }

    /// <summary>Runs the user's code, whose failure is the outcome of the run and not an error of this command; null when it failed.</summary>
    private static BacktestResult? RunGuarded(BacktestSpec spec, CandleSeries[] candles, IProgress<BacktestProgress> progress, ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return spec.Run(candles, progress, ModelArguments.Library(parsed), cancellationToken);
        }
        catch (Exception failure) when (spec.Strategy is ClassSpec && failure is not OperationCanceledException)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"tradebot: {((ClassSpec)spec.Strategy).Class} failed: {failure}");
            return null;
        }
    }

    private static IEnumerable<string> Write(BacktestResult result, ParseResult parsed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string? folder = parsed.GetValue(Out), page = parsed.GetValue(PagePath);
        if (folder?.EndsWith(PageExtension, StringComparison.OrdinalIgnoreCase) == true)
            (folder, page) = (null, page ?? folder);
        if (folder is not null)
        {
            result.Export(folder, parsed.GetValue(Format));
            yield return folder;
        }

        if (page is not null)
        {
            BacktestReport.Create(BacktestRecord.Of(result), ReportArguments.HistoryOf(parsed.GetRequiredValue(Data), result.Manifest.Data, parsed.GetValue(StudyArguments.Ledger))).Save(page);
            yield return page;
        }
    }

    /// <summary>Describes the progress of a run in words.</summary>
    private sealed class Running(string what, IProgress<string> progress) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => progress.Report(FormattableString.Invariant($"{what}: {value.Fraction:P0}, {value.Time:yyyy-MM-dd}"));
    }
}
