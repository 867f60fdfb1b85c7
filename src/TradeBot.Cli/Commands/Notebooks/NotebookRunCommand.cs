using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Notebooks;
using TradeBot.Optimization;

namespace TradeBot.Cli.Commands;

internal static class NotebookRunCommand
{
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for the executed copy and its HTML page; the source notebook stays untouched. Without it, outputs are recorded in the source and the page goes to artifacts/notebooks.",
        HelpName = "folder",
    };

    private static readonly Option<bool> Timings = new("--timings")
    {
        Description = "Print how long each cell took.",
    };

    public static Command Create()
    {
        var command = new Command(
            "run",
            "Run notebooks from the first cell to the last, each in its own process, record their outputs and render an HTML page of each. " +
            "Exit code: 0 all cells ran, 1 a cell failed, ran too long or ended its process, " +
            "2 wrong usage, file not found, not a notebook, unknown parameter or a result that could not be written, 130 cancelled.");
        NotebookRunArguments.AddTo(command);
        NotebookParameterArguments.AddTo(command);
        command.Add(Out);
        command.Add(Timings);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        NotebookRunArguments.CountTrialsAs(TrialLedger.Alone);
        IReadOnlyDictionary<string, string> parameters = NotebookParameterArguments.Of(parsed);
        IReadOnlyList<NotebookJob> jobs = NotebookJob.Plan(parsed.GetValue(NotebookRunArguments.Paths)!, parsed.GetValue(Out), parameters);
        NotebookBatch batch = NotebookRunArguments.Batch(parsed, NotebookRunArguments.Options(parsed, parameters));
        var printer = new NotebookRunPrinter(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error) { ShowsTimings = parsed.GetValue(Timings), ShowsWork = true };
        var outcomes = new List<NotebookOutcome>();
        await printer.WatchAsync(jobs, async progress =>
        {
            await foreach (NotebookOutcome outcome in batch.RunAsync(jobs, progress, cancellationToken))
            {
                outcomes.Add(outcome);
                printer.Print(outcome);
            }
        });
        NotebookRunArguments.SaveReports(parsed, [.. outcomes.Select(ReportSuite.Of)]);
        if (outcomes.Exists(outcome => outcome.Mistake is not null))
            return ExitCode.WrongUsage;
        return outcomes.TrueForAll(outcome => outcome.Succeeded || outcome.LeftOut is not null) ? ExitCode.Success : ExitCode.Failure;
    }
}
