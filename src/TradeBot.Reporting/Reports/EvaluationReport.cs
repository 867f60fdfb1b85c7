using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>How ways of learning did out of sample.</summary>
public static class EvaluationReport
{
    /// <summary>A report on one way of learning: scores, folds and the distribution of what it foretold.</summary>
    public static Report Create(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        Scores scores = evaluation.Scores;
        return Report.Titled($"Evaluation: {evaluation.Trainer}")
            .Fact("AUC", Score(scores.Auc), "0.5 is no skill", Tone(scores.Auc > 0.5))
            .Fact("Log loss", Score(scores.LogLoss), $"always foretelling the base rate: {Score(scores.BaseLogLoss)}", Tone(scores.LogLoss < scores.BaseLogLoss))
            .Fact("Brier score", Score(scores.Brier))
            .Fact("Information coefficient", Score(scores.InformationCoefficient), "rank correlation with returns", Tone(scores.InformationCoefficient > 0))
            .Fact("Judged on", Wording.Count(scores.Rows, "row"), $"out of sample, {evaluation.Split}, seed {ValueFormat.Auto.Format(evaluation.Seed)}")
            .Fact("Data", $"SHA-256 {evaluation.DataHash[..Math.Min(12, evaluation.DataHash.Length)]}…")
            .Table(Folds(evaluation))
            .Chart(Chart.Histogram(evaluation.Probabilities, name: "Probability foretold").WithTitle("What was foretold"));
    }

    /// <summary>A report on several ways of learning, side by side, best AUC first.</summary>
    public static Report Compare(IReadOnlyList<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        Report report = Report.Titled("Comparison of models");
        if (evaluations.Count == 0)
            return report.Prose("There is no evaluation.");

        Evaluation[] ranked = [.. evaluations.OrderByDescending(e => e.Scores.Auc).ThenBy(e => e.Trainer)];
        return report
            .Prose($"Out of sample, {ranked[0].Split}, seed {ValueFormat.Auto.Format(ranked[0].Seed)}. Best AUC first; 0.5 is no skill.")
            .Table(AllScores(ranked, "Method", e => e.Trainer, e => e.Scores).Build())
            .Chart(AucByFold(ranked));
    }

    /// <summary>One set of scores as a table.</summary>
    public static Table Of(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return AllScores([scores], "Rows", s => ValueFormat.Integer.Format(s.Rows), s => s).Build();
    }

    /// <summary>AUC of each method on each fold, against no skill.</summary>
    public static Chart AucByFold(IReadOnlyList<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        Chart chart = new Chart().WithTitle("AUC by fold");
        foreach (Evaluation evaluation in evaluations)
        {
            string[] folds = [.. evaluation.Folds.Select(f => $"Fold {ValueFormat.Auto.Format(f.Number)}")];
            chart = chart.AddLine(folds, evaluation.Folds.Select(f => f.Scores.Auc).ToArray(), evaluation.Trainer);
        }

        return chart.WithYAxis("AUC").AddLevel(0.5, "No skill");
    }

    /// <summary>Scores of several things, with every column that there is.</summary>
    internal static TableBuilder<T> AllScores<T>(IEnumerable<T> items, string heading, Func<T, string> name, Func<T, Scores> scores) =>
        MainScores(items, heading, name, scores)
            .Column("MCC", item => scores(item).Mcc, ValueFormat.Number(4))
            .Column("Skill", item => scores(item).Skill, ValueFormat.Number(4));

    private static Table Folds(Evaluation evaluation) =>
        MainScores(evaluation.Folds, "Fold", f => ValueFormat.Auto.Format(f.Number), f => f.Scores).Build();

    private static TableBuilder<T> MainScores<T>(IEnumerable<T> items, string heading, Func<T, string> name, Func<T, Scores> scores)
    {
        var format = ValueFormat.Number(4);
        return Table.Of(items)
            .Column(heading, name)
            .Column("AUC", item => scores(item).Auc, format)
            .Column("Log loss", item => scores(item).LogLoss, format)
            .Column("Base log loss", item => scores(item).BaseLogLoss, format)
            .Column("Brier", item => scores(item).Brier, format)
            .Column("Accuracy", item => scores(item).Accuracy, ValueFormat.Percent())
            .Column("Base rate", item => scores(item).BaseRate, ValueFormat.Percent())
            .Column("Information coefficient", item => scores(item).InformationCoefficient, format)
            .Column("Rows judged", item => scores(item).Rows);
    }

    private static string Score(double value) => ValueFormat.Number(4).Format(value);

    private static FactTone Tone(bool good) => good ? FactTone.Good : FactTone.Bad;
}
