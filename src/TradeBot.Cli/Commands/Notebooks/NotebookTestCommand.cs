using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class NotebookTestCommand
{
    private static readonly Option<bool> Update = new("--update")
    {
        Description = "Update the notebooks with the outputs of this run, where they differ or are stale.",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for executed copies, pages and pages of differences; by default artifacts/notebooks/test.",
        HelpName = "folder",
    };

    public static Command Create()
    {
        var command = new Command(
            "test",
            "Run notebooks and compare what their cells show with what is recorded: numbers within a tolerance, HTML and SVG by structure, tables by column, " +
            "charts by their data, images by pixels; durations and ids are ignored. A notebook runs with the parameters that its outputs were recorded with; " +
            "other values with -p are refused unless --update records the outputs again. No notebook is changed without --update. " +
            "Exit code: 0 all cells match or were updated, 1 a cell failed, differs, or its source changed since it was recorded, " +
            "2 wrong usage, file not found, not a notebook or a result that could not be written, 130 cancelled.");
        NotebookRunArguments.AddTo(command);
        NotebookParameterArguments.AddTo(command);
        command.Add(Update);
        NotebookToleranceArguments.AddTo(command);
        command.Add(Out);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        NotebookRunArguments.CountTrialsAs("memory");

        IReadOnlyList<NotebookJob> jobs = NotebookJob.PlanTest(parsed.GetValue(NotebookRunArguments.Paths)!, parsed.GetValue(Out));
        Tolerance tolerance = NotebookToleranceArguments.Of(parsed);
        bool updates = parsed.GetValue(Update);
        IReadOnlyDictionary<string, string> parameters = NotebookParameterArguments.Of(parsed);
        bool recordsAnew = updates && parameters.Count > 0;
        NotebookBatch batch = NotebookRunArguments.Batch(parsed, NotebookRunArguments.Options(parsed, parameters), repeatsRecordedParameters: !recordsAnew);
        var printer = new NotebookRunPrinter(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var suites = new List<ReportSuite>();
        int code = ExitCode.Success;
        await printer.WatchAsync(jobs, async progress =>
        {
            await foreach (NotebookOutcome outcome in batch.RunAsync(jobs, progress, cancellationToken))
            {
                NotebookComparison? comparison = NotebookTest.Judge(outcome, tolerance, updates);
                suites.Add(updates ? ReportSuite.Of(outcome) : NotebookTest.Report(outcome, comparison));
                printer.Print(outcome, comparison, updates);
                code = Math.Max(code, Code(outcome, comparison, updates));
            }
        });
        NotebookRunArguments.SaveReports(parsed, suites);
        return code;
    }

    private static int Code(NotebookOutcome outcome, NotebookComparison? comparison, bool updates)
    {
        if (outcome.Mistake is not null)
            return ExitCode.WrongUsage;
        if (outcome.LeftOut is not null)
            return ExitCode.Success;
        return outcome.Succeeded && (updates || comparison!.Agrees) ? ExitCode.Success : ExitCode.Failure;
    }
}
