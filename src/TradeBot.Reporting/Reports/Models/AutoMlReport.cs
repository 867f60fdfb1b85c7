using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>Reports on a search for a model.</summary>
public static class AutoMlReport
{
    private const int ShownEntries = 20;

    /// <summary>A report on a search: the winner's scores in the search and on the holdout, the leaderboard, and how likely it is luck.</summary>
    public static Report Create(AutoMlResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string score = NameOf(result.Score);
        Report report = Report.Titled($"Search: {result.Study.Name}")
            .Fact("Best", result.Trainer.Name, $"on {Wording.Count(result.Features.Count, "feature")}")
            .Fact(score, Value(result.Evaluation.Scores.Get(result.Score)), double.IsNaN(result.Evaluation.Scores.Get(result.Score)) ? ScoreNotes.Of(result.Score) : "on the rows by which it was chosen")
            .Fact($"{score}, held out", result.Holdout is Scores held ? Value(held.Get(result.Score)) : ValueFormat.Unknown, HeldOut(result))
            .Fact("Trials counted", ValueFormat.Integer.Format(result.Trials), Wording.Count(result.Study.FailedCount, "failed trial"))
            .Table(Leaderboard(result.Leaderboard, score))
            .Append(VerdictReport.Create(result.Study.Verdict()));
        return result.Holdout is Scores unseen
            ? report.Section("Held out").Table(EvaluationReport.Of(unseen))
            : report;
    }

    /// <summary>The progress of a search, with its best trials.</summary>
    public static Report Progress(AutoMlProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return Report.Titled("Search")
            .Fact("Trials", FormattableString.Invariant($"{progress.Ended:N0} of {progress.Total:N0}"), Wording.Count(progress.Failed, "failed trial"))
            .Fact("Time", FormattableString.Invariant($@"{progress.Elapsed:h\:mm\:ss}"))
            .Table(Leaderboard(progress.Leaders, "Score"));
    }

    /// <summary>A leaderboard as a table, its first rows.</summary>
    /// <param name="entries">The best first.</param>
    /// <param name="score">The score by which trials are ranked.</param>
    public static Table Leaderboard(IReadOnlyList<LeaderboardEntry> entries, string score) => Table.Of(entries)
        .Column("Rank", e => e.Rank)
        .Column("Method", e => e.Trainer)
        .Column("Features", e => e.Features)
        .Column(score, e => e.Value, ValueFormat.Number(4))
        .Column("Trial", e => e.Trial)
        .Build()
        .Head(ShownEntries);

    private static string HeldOut(AutoMlResult result) => result.Holdout is not Scores held ? "all rows were used in the search"
        : double.IsNaN(held.Get(result.Score)) ? ScoreNotes.Of(result.Score)
        : "on the last rows, which no trial used";

    private static string NameOf(ScoreKind kind) => kind switch
    {
        ScoreKind.Auc => "AUC",
        ScoreKind.LogLoss => "Log loss",
        ScoreKind.Brier => "Brier score",
        ScoreKind.Mcc => "MCC",
        ScoreKind.InformationCoefficient => "Information coefficient",
        _ => kind.ToString(),
    };

    private static string Value(double value) => ValueFormat.Number(4).Format(value);
}
