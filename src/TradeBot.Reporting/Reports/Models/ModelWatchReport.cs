using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>Reports on the drift of a model, and on a champion and its challenger.</summary>
public static class ModelWatchReport
{
    /// <summary>A report on how far data has drifted from the training rows of a model.</summary>
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
            .Column("p, corrected for all tests", c => c.AdjustedPValue, ValueFormat.Number(4))
            .Build()
            .WithNote(FormattableString.Invariant($"A column has drifted when its stability index is above {FeatureDrift.DriftThreshold}. p assumes independent rows: it is too small where neighbouring rows are similar.")));
    }

    /// <summary>A report on a champion and a challenger.</summary>
    public static Report Contest(ModelContest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        (string Name, Scores Scores)[] sides = [(contest.Champion, contest.ChampionScores), (contest.Challenger, contest.ChallengerScores)];
        return Report.Titled($"{contest.Champion} against {contest.Challenger}")
            .Prose($"{contest}.")
            .Table(EvaluationReport.AllScores(sides, "Model", s => s.Name, s => s.Scores).Build())
            .Prose(FormattableString.Invariant($"On rows decided from {contest.From:yyyy-MM-dd HH:mm} UTC on, on which neither was trained, each decided when the previous one was known."));
    }
}
