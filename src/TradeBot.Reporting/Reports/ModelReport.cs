using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>The report on a registered model, made to be read by someone who never opens the code.</summary>
public static class ModelReport
{
    /// <summary>What was tested, on which data, after how many trials, and how it did; then the card.</summary>
    public static Report Create(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        ModelCard card = version.Card;
        Report report = Report.Titled($"Model: {version.Model}, version {ValueFormat.Auto.Format(version.Number)}")
            .Fact("Tested", card.Trainer, $"foretells {card.Label}")
            .Fact("Data", card.Source ?? "given rows", $"{Wording.Count(card.Rows, "row")}, SHA-256 {card.DataHash[..Math.Min(12, card.DataHash.Length)]}…")
            .Fact("Trials behind it", card.Trials is int trials ? ValueFormat.Integer.Format(trials) : "unknown", card.Trials is null ? "nobody counted the ways of learning that were tried" : "ways of learning tried on these rows", card.Trials is null ? FactTone.Bad : FactTone.Neutral)
            .Fact("AUC", Score(card.Scores.Auc), $"0.5 is no skill; out of sample by {card.Split}", Tone(card.Scores.Auc > 0.5))
            .Fact("Log loss", Score(card.Scores.LogLoss), $"always foretelling the base rate: {Score(card.Scores.BaseLogLoss)}", Tone(card.Scores.LogLoss < card.Scores.BaseLogLoss));
        report = card.Holdout is Scores held
            ? report.Fact("Holdout", $"AUC {Score(held.Auc)}", $"on {Wording.Count(held.Rows, "row")} that had no part in choosing it", Tone(held.Auc > 0.5))
            : report.Fact("Holdout", "none", "no rows were kept from choosing it: expect less of new ones", FactTone.Bad);
        return report
            .Fact("Cost to trade", "not in a card", "scores know no fees: backtest it as a strategy")
            .Fact("Serves", version.Uses.Count == 0 ? "nothing" : string.Join(", ", version.Uses).ToLowerInvariant(), $"licensed for {card.Licence.ToString().ToLowerInvariant()}")
            .Append(ModelCardReport.Create(version));
    }

    private static string Score(double value) => ValueFormat.Number(4).Format(value);

    private static FactTone Tone(bool good) => good ? FactTone.Good : FactTone.Bad;
}
