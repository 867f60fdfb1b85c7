using System.Globalization;
using Spectre.Console;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Printing;

/// <summary>Shows the progress of a run on a terminal, and its outcome as plain lines.</summary>
internal sealed class NotebookRunPrinter
{
    private const int MostDifferences = 10;

    private readonly IAnsiConsole _console;
    private readonly TextWriter _error;

    public NotebookRunPrinter(TextWriter output, TextWriter error)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        _error = error;
    }

    /// <summary>True to print a line per cell.</summary>
    public bool ShowsTimings { get; init; }

    /// <summary>True to show the progress of a cell's long work on a terminal.</summary>
    public bool ShowsWork { get; init; }

    /// <summary>Does the work under a progress bar per notebook; without a terminal only outcomes are printed.</summary>
    public async Task WatchAsync(IReadOnlyList<NotebookJob> jobs, Func<Action<NotebookJob, CellProgress>?, Task> work)
    {
        if (!_console.Profile.Out.IsTerminal)
        {
            await work(null);
            return;
        }

        await _console.Progress().AutoClear(true).HideCompleted(true).StartAsync(context =>
        {
            var bars = jobs.ToDictionary(job => job, job => context.AddTask(Markup.Escape(job.Name), autoStart: false));
            return work((job, progress) =>
            {
                if (ShowsWork || progress.Work is null)
                    Show(bars[job], job, progress);
            });
        });
    }

    public void Print(NotebookOutcome outcome)
    {
        string file = Path.GetFileName(outcome.Job.Source);
        if (outcome.Result is { } result)
            Print(outcome.Job, result);
        else if (outcome.Mistake is { } mistake)
            _error.WriteLine($"tradebot: {file}: {mistake}");
        else if (outcome.LeftOut is { } reason)
            Line(Markup.Escape($"left out  {file}  {reason}"));
        else
            Line(Markup.Escape($"stopped  {file}  another notebook failed first"));
    }

    /// <summary>A test's outcome, with what differs in a line each.</summary>
    public void Print(NotebookOutcome outcome, NotebookComparison? comparison, bool isUpdated)
    {
        if (comparison is null || !outcome.Succeeded)
        {
            Print(outcome);
            return;
        }

        int different = comparison.Cells.Count(cell => !cell.Agrees);
        string file = Path.GetFileName(outcome.Job.Source);
        string time = string.Create(CultureInfo.InvariantCulture, $"in {outcome.Result!.Duration.TotalSeconds:0.00} s");
        string word = (different, isUpdated) switch
        {
            (0, _) => "[green]ok[/]      ",
            (_, true) => "[yellow]updated[/] ",
            _ => "[red]differs[/] ",
        };
        Line(word + Markup.Escape(different == 0
            ? string.Create(CultureInfo.InvariantCulture, $" {file}  {comparison.Cells.Count} cells as recorded {time}")
            : string.Create(CultureInfo.InvariantCulture, $" {file}  {different} of {comparison.Cells.Count} cells not as recorded {time}  {outcome.Job.ComparisonPage}")));
        foreach (CellComparison cell in comparison.Cells.Where(cell => !cell.Agrees))
            Print(cell);
        PrintLeftOut(outcome.Result.Cells);
    }

    /// <summary>What cells need and do not find, each once on one line.</summary>
    private void PrintLeftOut(IEnumerable<CellRun> cells)
    {
        foreach (IGrouping<string, CellRun> need in cells.Where(cell => cell.LeftOut is not null).GroupBy(cell => cell.LeftOut!))
        {
            string numbers = string.Join(", ", need.Select(cell => cell.Cell.Number.ToString(CultureInfo.InvariantCulture)));
            Line(Markup.Escape($"    left out: cell {numbers}, which {need.Key}"));
        }
    }

    private void Print(CellComparison cell)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"    cell {cell.Recorded.Number}");
        if (cell.IsStale)
            Line(Markup.Escape($"{name}: its source changed since its outputs were recorded; --update records them again"));
        foreach (Difference difference in cell.Differences.Take(MostDifferences))
            Line(Markup.Escape($"{name}, {difference}"));
        if (cell.Differences.Count > MostDifferences)
            Line(string.Create(CultureInfo.InvariantCulture, $"{name}: {cell.Differences.Count - MostDifferences} more on the page"));
    }

    private void Print(NotebookJob job, NotebookRunResult result)
    {
        int ran = result.Cells.Count(cell => cell.Status is CellStatus.Succeeded or CellStatus.Failed);
        string outcome = result.Succeeded ? "[green]ok[/]    " : "[red]failed[/]";
        string figures = string.Create(CultureInfo.InvariantCulture, $"{ran} of {result.Cells.Count} cells in {result.Duration.TotalSeconds:0.00} s");
        Line(outcome + Markup.Escape($"  {Path.GetFileName(job.Source)}  {figures}  {job.Page}"));
        PrintLeftOut(result.Cells);
        foreach (CellRun cell in ShowsTimings ? result.Cells : [])
            Line(string.Create(CultureInfo.InvariantCulture, $"    cell {cell.Cell.Number,-4} {cell.Status,-9} {cell.Duration.TotalMilliseconds,10:0.0} ms"));
        foreach (CellRun failure in result.Cells.Where(cell => cell.Status == CellStatus.Failed))
            Print(job, failure);
    }

    private static void Show(ProgressTask bar, NotebookJob job, CellProgress progress)
    {
        bar.StartTask();
        bar.MaxValue = progress.Count;
        bar.Value = progress.Ended is null ? progress.Index - 1 : progress.Index;
        string work = progress.Work is { } line ? $": {line}" : "";
        bar.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{job.Name}, cell {progress.Cell.Number}{work}"));
    }

    private void Print(NotebookJob job, CellRun failure)
    {
        CellError error = failure.Error!;
        int number = failure.Cell.Number;
        string name = failure.Cell.ExecutionCount is { } count && count != number
            ? string.Create(CultureInfo.InvariantCulture, $"cell {number}, in traces cell {count}")
            : string.Create(CultureInfo.InvariantCulture, $"cell {number}");
        Line(Markup.Escape($"{job.Source}, {name}:"));
        string[] lines = failure.Cell.Source.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{(i + 1 == error.Line ? '>' : ' ')} {i + 1,3} | {lines[i]}");
            Line(i + 1 == error.Line ? $"[red]{Markup.Escape(text)}[/]" : Markup.Escape(text));
        }

        foreach (string text in error.Trace)
            Line(Markup.Escape(text));
        if (failure.LastOutput is { } last)
            Line(Markup.Escape($"The last it showed: {last}"));
    }

    /// <summary>One line, never wrapped, so that it can be searched for in a log.</summary>
    private void Line(string markup)
    {
        if (_console.Profile.Out.IsTerminal)
            _console.MarkupLine(markup);
        else
            _console.Profile.Out.Writer.WriteLine(Markup.Remove(markup));
    }
}
