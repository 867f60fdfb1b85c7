using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>The report on a registered model, made to be read by someone who never opens the code.</summary>
public static class ModelReport
{
    /// <summary>The verdict, how the model did, how it was made and after how many trials; then the card.</summary>
    public static Report Create(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        ModelCard card = version.Card;
        Report report = Report.Titled($"Model: {version.Model}, version {ValueFormat.Auto.Format(version.Number)}");
        report = card.Holdout is Scores held
            ? EvaluationReport.AddHeadline(report, held, "of the holdout")
            : EvaluationReport.AddHeadline(report, card.Scores, "by which it was chosen: expect less of new ones");
        report = EvaluationReport.Main(report, card.Scores);
        report = card.Holdout is Scores kept
            ? report.Fact("Holdout AUC", Score(kept.Auc), ScoreNotes.Of(kept.Auc, ScoreNotes.Auc, $"on {Wording.Count(kept.Rows, "row")} that had no part in choosing it"), Tone(kept.Auc > 0.5))
            : report.Fact("Holdout", "none", "no rows were kept from choosing it: expect less of new ones", FactTone.Bad);
        return report
            .Fact("Trials counted", card.Trials is int trials ? ValueFormat.Integer.Format(trials) : "unknown", card.Trials is null ? "nobody counted the models that were tried" : "models tried on these rows", card.Trials is null ? FactTone.Bad : FactTone.Neutral)
            .Fact("Test rows", ValueFormat.Integer.Format(card.Scores.Rows), $"out of sample by {card.Split}")
            .Section("How it was made")
            .Fact("Model", card.Trainer, $"predicts {card.Label}")
            .Fact("Data", card.Source ?? "given rows", Wording.Count(card.Rows, "row"))
            .Fact("Costs", "not included", "scores know no fees: backtest the model as a strategy")
            .Fact("Serves", version.Uses.Count == 0 ? "nothing" : string.Join(", ", version.Uses).ToLowerInvariant(), $"licensed for {card.Licence.ToString().ToLowerInvariant()}")
            .Append(ModelCardReport.Create(version));
    }

    private static string Score(double value) => ValueFormat.Number(4).Format(value);

    private static FactTone Tone(bool good) => good ? FactTone.Good : FactTone.Bad;
}
