using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>Reports on models out of sample.</summary>
public static class EvaluationReport
{
    /// <summary>A report on one model: verdict, scores, folds and the distribution of its predictions.</summary>
    public static Report Create(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        Scores scores = evaluation.Scores;
        Report report = AddHeadline(Report.Titled($"Evaluation: {evaluation.Trainer}"), scores, "out of sample");
        return Main(report, scores)
            .Fact("Brier score", Score(scores.Brier))
            .Fact("Test rows", ValueFormat.Integer.Format(scores.Rows), $"out of sample, {evaluation.Split}, seed {ValueFormat.Auto.Format(evaluation.Seed)}")
            .Table(Folds(evaluation))
            .Chart(Chart.Histogram(evaluation.Probabilities, name: "Predicted probability").WithTitle("Distribution of the predictions"))
            .Foot("Data, SHA-256", evaluation.DataHash);
    }

    /// <summary>A comparison of several models, best AUC first.</summary>
    public static Report Compare(IReadOnlyList<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        Report report = Report.Titled("Comparison of models");
        if (evaluations.Count == 0)
            return report.Prose("There is no evaluation.");

        Evaluation[] ranked = [.. evaluations.OrderByDescending(e => e.Scores.Auc).ThenBy(e => e.Trainer)];
        return report
            .Prose($"Out of sample, {ranked[0].Split}, seed {ValueFormat.Auto.Format(ranked[0].Seed)}. Best AUC first; 0.5 = random.")
            .Table(AllScores(ranked, "Method", e => e.Trainer, e => e.Scores).Build())
            .Chart(AucByFold(ranked));
    }

    /// <summary>One set of scores as a table.</summary>
    public static Table Of(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return AllScores([scores], "Rows", s => ValueFormat.Integer.Format(s.Rows), s => s).Build();
    }

    /// <summary>AUC of each method on each fold, against a random prediction.</summary>
    public static Chart AucByFold(IReadOnlyList<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        Chart chart = new Chart().WithTitle("AUC by fold");
        foreach (Evaluation evaluation in evaluations)
        {
            string[] folds = [.. evaluation.Folds.Select(f => $"Fold {ValueFormat.Auto.Format(f.Number)}")];
            chart = chart.AddLine(folds, evaluation.Folds.Select(f => f.Scores.Auc).ToArray(), evaluation.Trainer);
        }

        return chart.WithYAxis("AUC").AddLevel(0.5, "Random");
    }

    /// <summary>Whether the scores are better than a random prediction, as a sentence.</summary>
    internal static Report AddHeadline(Report report, Scores scores, string where)
    {
        string rows = $"{Wording.Count(scores.Rows, "test row")} {where}";
        if (double.IsNaN(scores.Auc))
        {
            return double.IsNaN(scores.InformationCoefficient)
                ? report.Headline($"Its skill is not known: there is neither an AUC nor a correlation on {rows}.", FactTone.Bad)
                : report.Headline($"Rank correlation {Score(scores.InformationCoefficient)} with the returns on {rows}.", Tone(scores.InformationCoefficient > 0));
        }

        // The standard deviation of the AUC of random predictions with classes of these sizes.
        double ones = scores.BaseRate * scores.Rows, zeros = scores.Rows - ones, deviation = Math.Sqrt((scores.Rows + 1) / (12 * ones * zeros));
        string reading = scores.Auc > 0.5 + 2 * deviation ? "better than random" : scores.Auc < 0.5 - 2 * deviation ? "worse than random" : "indistinguishable from random";
        return report.Headline(
            $"{char.ToUpperInvariant(reading[0])}{reading[1..]} on {rows}: AUC {Score(scores.Auc)}, where random predictions give 0.5 ± {Score(2 * deviation)}.",
            scores.Auc > 0.5 + 2 * deviation ? FactTone.Neutral : FactTone.Bad);
    }

    /// <summary>The main scores, each with its baseline or the reason why it is undefined.</summary>
    internal static Report Main(Report report, Scores scores) => report
        .Fact("AUC", Score(scores.Auc), ScoreNotes.Of(scores.Auc, ScoreNotes.Auc, "0.5 = random"), Tone(scores.Auc > 0.5))
        .Fact("Log loss", Score(scores.LogLoss), ScoreNotes.Of(scores.LogLoss, ScoreNotes.Classes, $"predicting the base rate: {Score(scores.BaseLogLoss)}"), Tone(scores.LogLoss < scores.BaseLogLoss))
        .Fact("Information coefficient", Score(scores.InformationCoefficient), ScoreNotes.Of(scores.InformationCoefficient, ScoreNotes.Correlation, "rank correlation with returns"), Tone(scores.InformationCoefficient > 0));

    /// <summary>Scores of several items, with all columns.</summary>
    internal static TableBuilder<T> AllScores<T>(IEnumerable<T> items, string heading, Func<T, string> name, Func<T, Scores> scores) =>
        MainScores(items, heading, name, scores)
            .Column("MCC", item => scores(item).Mcc, ValueFormat.Number(4), unknown: ScoreNotes.Variation)
            .Column("Skill", item => scores(item).Skill, ValueFormat.Number(4), unknown: ScoreNotes.Variation);

    private static Table Folds(Evaluation evaluation) =>
        MainScores(evaluation.Folds, "Fold", f => ValueFormat.Auto.Format(f.Number), f => f.Scores).Build();

    private static TableBuilder<T> MainScores<T>(IEnumerable<T> items, string heading, Func<T, string> name, Func<T, Scores> scores)
    {
        var format = ValueFormat.Number(4);
        return Table.Of(items)
            .Column(heading, name)
            .Column("AUC", item => scores(item).Auc, format, unknown: ScoreNotes.Auc)
            .Column("Log loss", item => scores(item).LogLoss, format, unknown: ScoreNotes.Classes)
            .Column("Base log loss", item => scores(item).BaseLogLoss, format, unknown: ScoreNotes.Classes)
            .Column("Brier", item => scores(item).Brier, format)
            .Column("Accuracy", item => scores(item).Accuracy, ValueFormat.Percent(), unknown: ScoreNotes.Classes)
            .Column("Base rate", item => scores(item).BaseRate, ValueFormat.Percent(), unknown: ScoreNotes.Classes)
            .Column("Information coefficient", item => scores(item).InformationCoefficient, format, unknown: ScoreNotes.Correlation)
            .Column("Test rows", item => scores(item).Rows);
    }

    private static string Score(double value) => ValueFormat.Number(4).Format(value);

    private static FactTone Tone(bool good) => good ? FactTone.Good : FactTone.Bad;
}
