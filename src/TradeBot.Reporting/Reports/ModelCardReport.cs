using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>What a model was made of and how its method did out of sample.</summary>
public static class ModelCardReport
{
    /// <summary>A report on a model card.</summary>
    public static Report Create(ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        (string, string)[] facts =
        [
            ("Method", card.Trainer),
            ("Foretells", card.Label),
            ("Candles", card.Source ?? "none: the rows were given as they are"),
            ("Candles, SHA-256", card.SourceHash ?? ""),
            ("Rows", ValueFormat.Integer.Format(card.Rows)),
            ("Rows, SHA-256", card.DataHash),
            ("Features", string.Join(", ", card.Features)),
            ("Features, schema hash", card.SchemaHash ?? ""),
            ("Judged by", $"{card.Split}, seed {ValueFormat.Auto.Format(card.Seed)}"),
        ];
        return Report.Titled($"Model: {card.Trainer}")
            .Table(Table.OfFacts(facts.Where(fact => fact.Item2.Length > 0)))
            .Table(EvaluationReport.Of(card.Scores).WithCaption("Out of sample"));
    }
}
