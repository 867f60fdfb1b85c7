using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>Options for how a study searches and which metric ranks its trials.</summary>
internal static class StudyArguments
{
    public static Option<string> Metric { get; } = Word("--metric", "What to maximise", "sharpe", StudySpec.Metrics, metric => _ = PerformanceFigures.ObjectiveNamed(metric));

    public static Option<string> Sampler { get; } = Word("--sampler", "How to search", "grid", StudySpec.Samplers);

    public static Option<int?> Trials { get; } = new("--trials") { Description = "How many trials at most; needed for any sampler but grid.", HelpName = "count" };

    public static Option<int> Seed { get; } = new("--seed") { Description = "The study's seed.", HelpName = "number" };

    public static Option<int?> MinTrades { get; } = new("--min-trades") { Description = "A trial with fewer trades cannot win.", HelpName = "count" };

    public static Option<string?> Name { get; } = new("--name") { Description = "Name of the study; by default made of the strategy and the symbol.", HelpName = "name" };

    public static Option<string> Folder { get; } = new("--studies")
    {
        Description = "Folder of the studies.",
        HelpName = "folder",
        DefaultValueFactory = _ => "studies",
    };

    public static Option<string?> Page { get; } = new("--report")
    {
        Description = "Write the report, one self-contained HTML page; beside the study when no file is named.",
        HelpName = "file",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<double> Holdout { get; } = new("--holdout")
    {
        Description = "Lock this fraction of the candles at the end, such as 0.2, and search only the candles before it.",
        HelpName = "share",
    };

    public static Option<string?> Ledger { get; } = new("--ledger")
    {
        Description = $"Folder of the trial ledger, or memory or off; by default the value of the environment variable {TrialLedger.Variable}, or the folder trials beside the candles.",
        HelpName = "folder",
    };

    public static Option<TimeSpan?> TrialTimeout { get; } = Seconds("--trial-timeout", "A trial that takes longer fails");

    public static Option<TimeSpan?> Timeout { get; } = Seconds("--timeout", "After this time no new trial starts; tradebot study resume continues the study");

    public static IEnumerable<Option> All => [Metric, Sampler, Trials, Seed, MinTrades, Name, Folder, Holdout, TrialTimeout, Timeout];

    private static Option<TimeSpan?> Seconds(string name, string description) => new(name)
    {
        Description = $"{description}; in seconds.",
        HelpName = "seconds",
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e9)
                return TimeSpan.FromSeconds(seconds);
            result.AddError($"{name} takes a number of seconds above 0, got \"{result.Tokens[0].Value}\".");
            return null;
        },
    };

    private static Option<string> Word(string name, string description, string usual, IReadOnlyCollection<string> known, Action<string>? require = null)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description}: {string.Join(", ", known)}.",
            HelpName = name[2..],
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            string word = result.GetValueOrDefault<string>();
            try
            {
                require?.Invoke(word);
                if (require is null && !known.Contains(word, StringComparer.OrdinalIgnoreCase))
                    throw new ArgumentException($"There is no {name[2..]} \"{word}\"; the nearest is '{NearestName.Of(word, known)}'.");
            }
            catch (ArgumentException mistake)
            {
                result.AddError(Mistake.Of(mistake));
            }
        });
        return option;
    }
}
