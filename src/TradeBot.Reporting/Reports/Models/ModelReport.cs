using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>The report on a registered model, for readers who do not see the code.</summary>
public static class ModelReport
{
    /// <summary>The verdict, scores, training and number of trials; then the card.</summary>
    public static Report Create(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        ModelCard card = version.Card;
        Report report = Report.Titled($"Model: {version.Model}, version {ValueFormat.Auto.Format(version.Number)}");
        report = card.Holdout is Scores held
            ? EvaluationReport.AddHeadline(report, held, "of the holdout")
            : EvaluationReport.AddHeadline(report, card.Scores, "by which it was chosen: expect lower scores on new ones");
        report = EvaluationReport.Main(report, card.Scores);
        report = card.Holdout is Scores kept
            ? report.Fact("Holdout AUC", Score(kept.Auc), ScoreNotes.Of(kept.Auc, ScoreNotes.Auc, $"on {Wording.Count(kept.Rows, "row")} that were not used to choose it"), Tone(kept.Auc > 0.5))
            : report.Fact("Holdout", "none", "all rows were used to choose it: expect lower scores on new ones", FactTone.Bad);
        return report
            .Fact("Trials counted", card.Trials is int trials ? ValueFormat.Integer.Format(trials) : "unknown", card.Trials is null ? "the number of models tried was not recorded" : "models tried on these rows", card.Trials is null ? FactTone.Bad : FactTone.Neutral)
            .Fact("Test rows", ValueFormat.Integer.Format(card.Scores.Rows), $"out of sample by {card.Split}")
            .Section("Training")
            .Fact("Model", card.Trainer, $"predicts {card.Label}")
            .Fact("Data", card.Source ?? "given rows", Wording.Count(card.Rows, "row"))
            .Fact("Costs", "not included", "scores do not include fees: backtest the model as a strategy")
            .Fact("Used for", version.Uses.Count == 0 ? "nothing" : string.Join(", ", version.Uses).ToLowerInvariant(), $"licensed for {card.Licence.ToString().ToLowerInvariant()}")
            .Append(ModelCardReport.Create(version));
    }

    private static string Score(double value) => ValueFormat.Number(4).Format(value);

    private static FactTone Tone(bool good) => good ? FactTone.Good : FactTone.Bad;
}
