using System.Globalization;
using Spectre.Console;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Printing;

/// <summary>Shows a run while it goes, live on a terminal, and its outcome as plain lines.</summary>
internal sealed class NotebookRunPrinter
{
    private readonly IAnsiConsole _console;

    public NotebookRunPrinter(TextWriter output)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
    }

    /// <summary>True to print a line per cell.</summary>
    public bool ShowsTimings { get; init; }

    /// <summary>Runs the work under a progress bar; without a terminal only the outcome is printed.</summary>
    public Task<NotebookRunResult> WatchAsync(NotebookJob job, Func<IProgress<CellProgress>?, Task<NotebookRunResult>> run)
    {
        if (!_console.Profile.Out.IsTerminal)
            return run(null);

        return _console.Progress().AutoClear(true).HideCompleted(true).StartAsync(context =>
        {
            ProgressTask bar = context.AddTask(Markup.Escape(job.Name));
            return run(new ProgressBar(job, bar));
        });
    }

    public void Print(NotebookJob job, NotebookRunResult result)
    {
        int ran = result.Cells.Count(cell => cell.Status is CellStatus.Succeeded or CellStatus.Failed);
        string outcome = result.Succeeded ? "[green]ok[/]    " : "[red]failed[/]";
        string figures = string.Create(CultureInfo.InvariantCulture, $"{ran} of {result.Cells.Count} cells in {result.Duration.TotalSeconds:0.00} s");
        Line(outcome + Markup.Escape($"  {Path.GetFileName(job.Source)}  {figures}  {job.Page}"));
        foreach (CellRun cell in ShowsTimings ? result.Cells : [])
            Line(string.Create(CultureInfo.InvariantCulture, $"    cell {cell.Cell.Number,-4} {cell.Status,-9} {cell.Duration.TotalMilliseconds,10:0.0} ms"));
        if (result.Failure is { } failure)
            Print(job, failure);
    }

    private void Print(NotebookJob job, CellRun failure)
    {
        CellError error = failure.Error!;
        string name = string.Create(CultureInfo.InvariantCulture, $"cell {failure.Cell.Number}");
        Line(Markup.Escape($"{job.Source}, {name}:"));
        string[] lines = failure.Cell.Source.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{(i + 1 == error.Line ? '>' : ' ')} {i + 1,3} | {lines[i]}");
            Line(i + 1 == error.Line ? $"[red]{Markup.Escape(text)}[/]" : Markup.Escape(text));
        }

        foreach (string text in error.Trace)
            Line(Markup.Escape(text));
    }

    /// <summary>One line, never wrapped: a log's reader searches for it.</summary>
    private void Line(string markup)
    {
        if (_console.Profile.Out.IsTerminal)
            _console.MarkupLine(markup);
        else
            _console.Profile.Out.Writer.WriteLine(Markup.Remove(markup));
    }

    private sealed class ProgressBar(NotebookJob job, ProgressTask bar) : IProgress<CellProgress>
    {
        public void Report(CellProgress value)
        {
            bar.MaxValue = value.Count;
            bar.Value = value.Ended is null ? value.Index - 1 : value.Index;
            bar.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{job.Name}, cell {value.Cell.Number}"));
        }
    }
}
