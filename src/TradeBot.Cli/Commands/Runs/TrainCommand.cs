using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class TrainCommand
{
    private const string UsualFeatures = "return(1), return(5), return(20), rsi(14), atr(14) / close, zscore(volume, 100), sin(hour), cos(hour)";

    private static readonly Option<string> Columns = new("--features") { Description = "Feature columns, separated by commas, such as \"return(60), atr(14) / close, rsi(14) on 1h, macd(12, 26, 9).signal\", written as in strategies.", HelpName = "columns", DefaultValueFactory = _ => UsualFeatures };
    private static readonly Option<string> Label = new("--label") { Description = "What the model predicts, such as direction(forward-return(60)) or \"triple-barrier(up 2, down 2, within 60)\".", HelpName = "label", DefaultValueFactory = _ => "direction(forward-return(10))" };
    private static readonly Option<string[]> Trainers = new("--trainers")
    {
        Description = $"Trainers to try, separated by commas: {string.Join(", ", TrainingSpec.KnownTrainers)}; by default those that suit the label.",
        HelpName = "names",
        CustomParser = DataArguments.Split,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<int> Folds = new("--folds") { Description = "Folds of the walk-forward split.", HelpName = "count", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Embargo = new("--embargo") { Description = "Rows left out between training and test rows, besides those whose labels overlap the test rows.", HelpName = "rows" };
    private static readonly Option<int> Trials = new("--trials") { Description = "How many trials at most.", HelpName = "count", DefaultValueFactory = _ => 20 };
    private static readonly Option<int?> TimeLimit = new("--time-limit") { Description = "Seconds after which no new trial starts.", HelpName = "seconds" };
    private static readonly Option<double> Holdout = new("--holdout") { Description = "Fraction of the rows, the last ones, that no trial uses; 0 for no holdout.", HelpName = "share", DefaultValueFactory = _ => 0.2 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the search and of training.", HelpName = "number" };
    private static readonly Option<string> Name = new("--name") { Description = "Name under which the model is registered.", HelpName = "name", Required = true };
    private static readonly Option<ModelUse> Licence = new("--licence") { Description = "Highest use that the model is licensed for: research, paper or live.", HelpName = "use" };

    public static Command Create()
    {
        var command = new Command(
            "train",
            "Search for the trainer and options with the best out-of-sample score, count every trial, train a model and register it with its card. " +
            "Exit code: 0 registered, 1 no trial could be ranked, 2 wrong usage, 130 cancelled with Ctrl+C.")
        {
            ModelArguments.Symbol, ModelArguments.Length, Name, Columns, Label, Trainers, Folds, Embargo, Trials, TimeLimit, Holdout, Seed, Licence,
            ModelArguments.Folder, ModelArguments.Data, ModelArguments.From, ModelArguments.To, StudyArguments.Ledger, ModelArguments.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        ModelRegistry.RequireName(parsed.GetRequiredValue(Name));
        FeaturePipeline features = Features.Parse(parsed.GetRequiredValue(Columns));
        foreach (string note in features.Notes)
            parsed.InvocationConfiguration.Error.WriteLine($"tradebot: {note}");
        var spec = new TrainingSpec
        {
            Name = parsed.GetRequiredValue(Name),
            Data = DataManifest.Of(ModelArguments.Candles(parsed)),
            Features = features.Names,
            Label = parsed.GetRequiredValue(Label),
            Trainers = parsed.GetRequiredValue(Trainers),
            Split = new SplitSpec { Folds = parsed.GetValue(Folds), Embargo = parsed.GetValue(Embargo) },
            Trials = parsed.GetValue(Trials),
            TimeLimit = parsed.GetValue(TimeLimit) is int seconds ? TimeSpan.FromSeconds(seconds) : null,
            Holdout = parsed.GetValue(Holdout),
            Seed = parsed.GetValue(Seed),
            Licence = parsed.GetValue(Licence),
        };
        return RunAsync(spec, parsed.GetRequiredValue(ModelArguments.Data), parsed, cancellationToken);
    }

    /// <summary>Trains and registers a model, and prints its scores.</summary>
    public static async Task<int> RunAsync(TrainingSpec spec, string data, ParseResult parsed, CancellationToken cancellationToken)
    {
        using TrialLedger? ledger = TrialLedger.Beside(data, parsed.GetValue(StudyArguments.Ledger));
        var printer = new ModelPrinter(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetValue<bool>("--json") };
        TrainingResult trained;
        try
        {
            trained = await printer.WatchAsync(progress => spec.RunAsync(CandleStore.Open(data), ledger ?? TrialLedger.None, progress, cancellationToken));
        }
        catch (InvalidOperationException exception)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"tradebot: {Mistake.Of(exception, parsed.CommandResult.Command)}");
            return ExitCode.Failure;
        }

        printer.Print(trained.Data, trained.Search, trained.Register(ModelArguments.Registry(parsed), spec.Name));
        return ExitCode.Success;
    }
}
