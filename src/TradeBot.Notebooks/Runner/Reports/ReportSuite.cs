namespace TradeBot.Notebooks;

/// <summary>One notebook in a report.</summary>
/// <param name="Name">The notebook's name.</param>
/// <param name="File">Its file.</param>
/// <param name="Started">UTC.</param>
/// <param name="Duration">The whole run.</param>
/// <param name="Cases">Its cells in order.</param>
public sealed record ReportSuite(string Name, string File, DateTimeOffset Started, TimeSpan Duration, IReadOnlyList<ReportCase> Cases)
{
    private const int LongestName = 80;

    /// <summary>The suite of a run: a case per code cell, or one for what kept the notebook from running.</summary>
    /// <param name="outcome">What became of the notebook.</param>
    public static ReportSuite Of(NotebookOutcome outcome) => new(
        outcome.Job.Name,
        outcome.Job.Source,
        outcome.Started,
        outcome.Result?.Duration ?? TimeSpan.Zero,
        outcome.Result is { } result ? [.. result.Cells.Select(Of)] : [new ReportCase("run", TimeSpan.Zero, outcome.Mistake is null ? ReportOutcome.Skipped : ReportOutcome.Failed, outcome.Mistake ?? outcome.LeftOut ?? "another notebook failed first")]);

    /// <summary>The name of a cell's case: its number and its first line.</summary>
    /// <param name="cell">Any cell.</param>
    public static string NameOf(NotebookCell cell)
    {
        string line = cell.Source.Split('\n').FirstOrDefault(text => text.Trim().Length > 0, "").Trim();
        return FormattableString.Invariant($"cell {cell.Number}: {(line.Length > LongestName ? line[..LongestName] : line)}");
    }

    internal int Count(ReportOutcome outcome) => Cases.Count(item => item.Outcome == outcome);

    private static ReportCase Of(CellRun run) => new(
        NameOf(run.Cell),
        run.Duration,
        run.Status switch
        {
            CellStatus.Succeeded => ReportOutcome.Passed,
            CellStatus.Failed => ReportOutcome.Failed,
            _ => ReportOutcome.Skipped,
        },
        run.Status switch
        {
            CellStatus.Skipped => run.LeftOut ?? "skipped by its tag",
            CellStatus.NotRun => "not reached",
            _ => run.Error is { } error ? $"{error.Name}: {error.Message}" : null,
        },
        run.Error is { } failure ? string.Join('\n', failure.Trace) : null);
}

/// <summary>One line of a report: a cell, or what else can fail in a notebook.</summary>
/// <param name="Name">Unique in its suite.</param>
/// <param name="Duration">Zero where it did not run.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why it failed or was left out, in a line; null when it passed.</param>
/// <param name="Details">The whole explanation; null where there is none.</param>
public sealed record ReportCase(string Name, TimeSpan Duration, ReportOutcome Outcome, string? Message = null, string? Details = null);

/// <summary>How a case of a report ended.</summary>
public enum ReportOutcome
{
    /// <summary>As expected.</summary>
    Passed,

    /// <summary>Otherwise.</summary>
    Failed,

    /// <summary>Not reached, or left out on purpose.</summary>
    Skipped,
}
