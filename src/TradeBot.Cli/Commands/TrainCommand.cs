using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;

namespace TradeBot.Cli.Commands;

internal static class TrainCommand
{
    private const string UsualFeatures = "return(1), return(5), return(20), rsi(14), atr(14) / close, zscore(volume, 100), sin(hour), cos(hour)";

    private static readonly Dictionary<string, SearchCandidate> Candidates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["logistic"] = SearchCandidate.Logistic,
        ["elastic-net"] = SearchCandidate.ElasticNet,
        ["boosting"] = SearchCandidate.GradientBoosting,
        ["forest"] = SearchCandidate.RandomForest,
        ["extra-trees"] = SearchCandidate.ExtraTrees,
        ["network"] = SearchCandidate.NeuralNetwork,
    };

    private static readonly Option<string> Columns = new("--features") { Description = "Columns, separated by commas, such as \"return(60), atr(14) / close, rsi(14) on 1h, macd(12, 26, 9).signal\": the language of strategies.", HelpName = "columns", DefaultValueFactory = _ => UsualFeatures };
    private static readonly Option<string> Foretold = new("--label") { Description = "What is foretold, such as direction(forward-return(60)) or \"triple-barrier(up 2, down 2, within 60)\".", HelpName = "label", DefaultValueFactory = _ => "direction(forward-return(10))" };
    private static readonly Option<string[]> Trainers = new("--trainers")
    {
        Description = $"What is tried, separated by commas: {string.Join(", ", Candidates.Keys)}; by default those that suit the label.",
        HelpName = "names",
        CustomParser = DataArguments.Split,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<int> Folds = new("--folds") { Description = "Folds of the walk-forward split.", HelpName = "count", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Embargo = new("--embargo") { Description = "Rows between training and test that are left out besides those whose labels touch the test.", HelpName = "rows" };
    private static readonly Option<int> Trials = new("--trials") { Description = "How many trials at most.", HelpName = "count", DefaultValueFactory = _ => 20 };
    private static readonly Option<int?> TimeLimit = new("--time-limit") { Description = "Seconds after which no further trials begin.", HelpName = "seconds" };
    private static readonly Option<double> Holdout = new("--holdout") { Description = "Share of the last rows that no trial sees; 0 for none.", HelpName = "share", DefaultValueFactory = _ => 0.2 };
    private static readonly Option<int> Seed = new("--seed") { Description = "The seed of search and training.", HelpName = "number" };
    private static readonly Option<string> Name = new("--name") { Description = "Under which name the model is registered.", HelpName = "name", Required = true };
    private static readonly Option<ModelUse> Licence = new("--licence") { Description = "Up to which use the model is licensed: research, paper or live.", HelpName = "use" };

    public static Command Create()
    {
        var command = new Command(
            "train",
            "Search for the way of learning that does best out of sample, count every trial, train it and register the model with its card. " +
            "Exit code: 0 registered, 1 no trial could be ranked, 2 wrong usage, 130 cancelled with Ctrl+C.")
        {
            ModelArguments.Symbol, ModelArguments.Length, Name, Columns, Foretold, Trainers, Folds, Embargo, Trials, TimeLimit, Holdout, Seed, Licence,
            ModelArguments.Folder, ModelArguments.Data, ModelArguments.From, ModelArguments.To, StudyArguments.Ledger, ModelArguments.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        ModelRegistry.RequireName(parsed.GetRequiredValue(Name));
        using TrialLedger? ledger = TrialLedger.Beside(parsed.GetRequiredValue(ModelArguments.Data), parsed.GetValue(StudyArguments.Ledger));
        FeaturePipeline features = Features.Parse(parsed.GetRequiredValue(Columns));
        foreach (string note in features.Notes)
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"tradebot: {note}");
        var data = Dataset.From(ModelArguments.Candles(parsed), features, Label.Parse(parsed.GetRequiredValue(Foretold)));
        var printer = new ModelPrinter(parsed.InvocationConfiguration.Output) { AsJson = parsed.GetValue(ModelArguments.Json) };
        string name = parsed.GetRequiredValue(Name);
        AutoMlResult? found = null;
        try
        {
            found = await printer.WatchAsync(progress => AutoMl.SearchAsync(
                data, Split.WalkForward(parsed.GetValue(Folds), parsed.GetValue(Embargo)), parsed.GetValue(Seed), OptionsOf(parsed, name, ledger, progress), cancellationToken));
        }
        catch (InvalidOperationException exception)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"tradebot: {Mistake.Of(exception, parsed.CommandResult.Command)}");
            return ExitCode.Failure;
        }

        ModelCard card = found.Card(data) with { Licence = parsed.GetValue(Licence) };
        ModelVersion version = ModelArguments.Registry(parsed).Register(name, found.Train(data, cancellationToken), card);
        printer.Print(data, found, version);
        return ExitCode.Success;
    }

    private static AutoMlOptions OptionsOf(ParseResult parsed, string name, TrialLedger? ledger, IProgress<AutoMlProgress> progress) => new()
    {
        Name = name,
        Trials = parsed.GetValue(Trials),
        Time = parsed.GetValue(TimeLimit) is int seconds ? TimeSpan.FromSeconds(seconds) : null,
        Candidates = [.. parsed.GetRequiredValue(Trainers).Select(CandidateOf)],
        Holdout = parsed.GetValue(Holdout),
        Ledger = ledger ?? TrialLedger.None,
        Progress = progress,
    };

    private static SearchCandidate CandidateOf(string word) => Candidates.GetValueOrDefault(word)
        ?? throw new ArgumentException($"There is no trainer \"{word}\"; the nearest is '{NearestName.Of(word, Candidates.Keys)}'.");
}
