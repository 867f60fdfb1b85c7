using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class NotebookRunCommand
{
    private static readonly Argument<string[]> Paths = new("notebooks")
    {
        Description = "Notebook files, or folders whose notebooks run in order of their names.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Parameters = new("--parameter", "-p")
    {
        Description = "name=value: sets a variable of the cell tagged \"parameters\", by the variable's type. The source notebook stays untouched.",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "name=value",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for the executed copy and its HTML page; the source notebook stays untouched. Without it: the source records its outputs, the page goes to artifacts/notebooks.",
        HelpName = "folder",
    };

    private static readonly Option<double?> TimeLimit = new("--timeout")
    {
        Description = "Longest time one cell may run, in seconds.",
        HelpName = "seconds",
    };

    private static readonly Option<bool> Timings = new("--timings")
    {
        Description = "Print how long each cell took.",
    };

    public static Command Create()
    {
        var command = new Command(
            "run",
            "Run notebooks from first cell to last, record their outputs and render an HTML page of each. " +
            "Exit code: 0 all cells ran, 1 a cell failed, 2 wrong usage, file not found, not a notebook or unknown parameter, 130 cancelled.")
        {
            Paths, Parameters, Out, TimeLimit, Timings,
        };
        Parameters.Validators.Add(CheckParameters);
        TimeLimit.Validators.Add(CheckTimeLimit);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Dictionary<string, string> parameters = (parsed.GetValue(Parameters) ?? []).Select(Split).ToDictionary(pair => pair.Name, pair => pair.Value);
        string? outFolder = parsed.GetValue(Out);
        IReadOnlyList<NotebookJob> jobs = NotebookJob.Plan(parsed.GetValue(Paths)!, outFolder, keepSource: outFolder is not null || parameters.Count > 0);
        var options = new NotebookRunOptions
        {
            Parameters = parameters,
            CellTimeLimit = parsed.GetValue(TimeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan,
        };
        var printer = new NotebookRunPrinter(parsed.InvocationConfiguration.Output) { ShowsTimings = parsed.GetValue(Timings) };
        bool failed = false;
        foreach (NotebookJob job in jobs)
        {
            NotebookRunResult result = await printer.WatchAsync(job, progress => job.RunAsync(options, progress, cancellationToken));
            printer.Print(job, result);
            failed |= !result.Succeeded;
        }

        return failed ? ExitCode.Failure : ExitCode.Success;
    }

    private static (string Name, string Value) Split(string assignment)
    {
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        return (assignment[..equals].Trim(), assignment[(equals + 1)..]);
    }

    private static void CheckParameters(OptionResult result)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string assignment in result.Tokens.Select(token => token.Value))
        {
            if (assignment.IndexOf('=', StringComparison.Ordinal) < 1)
                result.AddError($"\"{assignment}\" is not name=value.");
            else if (!names.Add(Split(assignment).Name))
                result.AddError($"Parameter \"{Split(assignment).Name}\" is given twice.");
        }
    }

    private static void CheckTimeLimit(OptionResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && !(seconds is > 0 and <= 1e6))
            result.AddError($"--timeout is {text}: expected seconds above 0, at most 1000000.");
    }
}
