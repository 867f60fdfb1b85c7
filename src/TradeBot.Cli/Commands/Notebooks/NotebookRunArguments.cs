using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Notebooks;
using TradeBot.Optimization;

namespace TradeBot.Cli.Commands;

/// <summary>What every command that runs notebooks takes, and what is made of it.</summary>
internal static class NotebookRunArguments
{
    public static readonly Argument<string[]> Paths = new("notebooks")
    {
        Description = "Notebook files, folders (their notebooks in order of name), or patterns such as 'notebooks/**/*.ipynb'.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<double?> CellLimit = new("--timeout")
    {
        Description = "Longest time that one cell may run, in seconds; a cell that does not stop then is killed with its process.",
        HelpName = "seconds",
    };

    private static readonly Option<double?> TotalLimit = new("--time-limit")
    {
        Description = "Longest time that one notebook may run, in seconds; then its process is killed.",
        HelpName = "seconds",
    };

    private static readonly Option<int?> Jobs = new("--jobs", "-j")
    {
        Description = "How many notebooks run at once; by default one per core.",
        HelpName = "count",
    };

    private static readonly Option<bool> KeepGoing = new("--keep-going") { Description = "Also run the cells after one that failed." };

    private static readonly Option<bool> FailFast = new("--fail-fast") { Description = "Stop the other notebooks as soon as one fails." };

    private static readonly Option<string[]> SkippedTags = new("--skip")
    {
        Description = "Skip cells with this tag, such as slow, besides those tagged skip.",
        HelpName = "tag",
    };

    private static readonly Option<string[]> Redacted = new("--redact")
    {
        Description = "Remove the value of this environment variable from all outputs, as is always done with variables whose names suggest a secret (KEY, TOKEN, SECRET, PASSWORD).",
        HelpName = "variable",
    };

    private static readonly Option<string?> Trx = new("--trx") { Description = "Write results as TRX.", HelpName = "file" };

    private static readonly Option<string?> JUnit = new("--junit") { Description = "Write results as JUnit XML.", HelpName = "file" };

    private static readonly Option<string?> Json = new("--json") { Description = "Write results as JSON.", HelpName = "file" };

    /// <summary>Where the notebooks' trials count when nothing else is said, so that what a notebook shows depends on itself alone: trials that others made on the same data stay out.</summary>
    /// <param name="place">A value of <see cref="TrialLedger.Variable"/>, which the notebooks' processes inherit.</param>
    public static void CountTrialsAs(string place)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TrialLedger.Variable)))
            Environment.SetEnvironmentVariable(TrialLedger.Variable, place);
    }

    public static void AddTo(Command command)
    {
        command.Add(Paths);
        foreach (Option option in (Option[])[CellLimit, TotalLimit, Jobs, KeepGoing, FailFast, SkippedTags, Redacted, Trx, JUnit, Json])
            command.Add(option);
    }

    public static NotebookRunOptions Options(ParseResult parsed, IReadOnlyDictionary<string, string> parameters) => new()
    {
        Parameters = parameters,
        CellTimeLimit = Limit(parsed.GetValue(CellLimit)),
        TimeLimit = Limit(parsed.GetValue(TotalLimit)),
        ContinuesAfterError = parsed.GetValue(KeepGoing),
        SkippedTags = (parsed.GetValue(SkippedTags) ?? []).ToHashSet(StringComparer.Ordinal),
        Redactor = SecretRedactor.OfEnvironment(parsed.GetValue(Redacted) ?? []).With(parameters),
        Worker = WorkerStart.Command,
    };

    public static NotebookBatch Batch(ParseResult parsed, NotebookRunOptions options, bool repeatsRecordedParameters = false) => new(options)
    {
        Parallel = parsed.GetValue(Jobs) ?? Environment.ProcessorCount,
        RepeatsRecordedParameters = repeatsRecordedParameters,
        StopsAtFirstFailure = parsed.GetValue(FailFast),
    };

    public static void SaveReports(ParseResult parsed, IReadOnlyList<ReportSuite> suites)
    {
        if (parsed.GetValue(Trx) is { } trx)
            TrxReport.Save(trx, suites);
        if (parsed.GetValue(JUnit) is { } junit)
            JUnitReport.Save(junit, suites);
        if (parsed.GetValue(Json) is { } json)
            JsonReport.Save(json, suites);
    }

    static NotebookRunArguments()
    {
        CellLimit.Validators.Add(CheckSeconds);
        TotalLimit.Validators.Add(CheckSeconds);
        Jobs.Validators.Add(CheckJobs);
    }

    private static TimeSpan Limit(double? seconds) => seconds is { } limit ? TimeSpan.FromSeconds(limit) : Timeout.InfiniteTimeSpan;

    private static void CheckSeconds(OptionResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && !(seconds is > 0 and <= 1e6))
            result.AddError($"{result.Option.Name} is {text}: expected seconds above 0, at most 1000000.");
    }

    private static void CheckJobs(OptionResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, CultureInfo.InvariantCulture, out int jobs) && jobs < 1)
            result.AddError($"--jobs is {text}: expected at least 1.");
    }
}
