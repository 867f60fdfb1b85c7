using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>Whether a model is still what it was, and whether another is better.</summary>
public static class ModelWatchReport
{
    /// <summary>A report on how far the market has moved from what a model learned from.</summary>
    public static Report Drift(DriftReport drift)
    {
        ArgumentNullException.ThrowIfNull(drift);
        Report report = Report.Titled("Drift")
            .Fact("Result", drift.HasDrifted ? "drifted" : "no drift", tone: drift.HasDrifted ? FactTone.Bad : FactTone.Good)
            .Fact("Compared", Wording.Count(drift.Rows, "row"))
            .Fact("Errors changed", drift.ErrorsChangedAt.Count == 0 ? "no" : FormattableString.Invariant($"at row {drift.ErrorsChangedAt[0]:N0}"), tone: drift.ErrorsChangedAt.Count == 0 ? FactTone.Neutral : FactTone.Bad);
        FeatureDrift[] columns = drift.Predictions is FeatureDrift predictions ? [predictions, .. drift.Columns] : [.. drift.Columns];
        return report.Table(Table.Of(columns)
            .Column("Column", c => c.Name)
            .Column("Stability index", c => c.StabilityIndex, ValueFormat.Number(3))
            .Column("Moved", c => c.HasDrifted ? "yes" : "no")
            .Column("Distance", c => c.Distance, ValueFormat.Number(3))
            .Column("p, all tests charged", c => c.AdjustedPValue, ValueFormat.Number(4))
            .Build()
            .WithNote(FormattableString.Invariant($"A column has moved when its stability index is above {FeatureDrift.DriftThreshold}. p takes rows for independent: it is too small where neighbours are alike.")));
    }

    /// <summary>A report on a champion and a challenger.</summary>
    public static Report Contest(ModelContest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        (string Name, Scores Scores)[] sides = [(contest.Champion, contest.ChampionScores), (contest.Challenger, contest.ChallengerScores)];
        return Report.Titled($"{contest.Champion} against {contest.Challenger}")
            .Prose($"{contest}.")
            .Table(EvaluationReport.AllScores(sides, "Model", s => s.Name, s => s.Scores).Build())
            .Prose(FormattableString.Invariant($"On rows decided from {contest.From:yyyy-MM-dd HH:mm} UTC on, which neither has learned from, each decided when the one before was known."));
    }
}
