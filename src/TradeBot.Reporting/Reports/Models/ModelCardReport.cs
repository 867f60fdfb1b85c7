using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>Reports on model cards: data, training and scores out of sample.</summary>
public static class ModelCardReport
{
    /// <summary>A report on a model card.</summary>
    public static Report Create(ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        (string, string)[] facts =
        [
            ("Method", card.Trainer),
            ("Predicts", card.Label),
            ("Candles", card.Source ?? "none: the rows were given directly"),
            ("Rows", ValueFormat.Integer.Format(card.Rows)),
            ("Features", string.Join(", ", card.Features)),
            ("Evaluated by", $"{card.Split}, seed {ValueFormat.Auto.Format(card.Seed)}"),
            ("Models tried", card.Trials is int trials ? ValueFormat.Integer.Format(trials) : ""),
            ("Trained on", card.Training is { } span ? FormattableString.Invariant($"{span.Rows:N0} rows, {span.From:yyyy-MM-dd HH:mm} to {span.Until:yyyy-MM-dd HH:mm} UTC, seed {span.Seed}") : ""),
            ("Licensed for", card.Licence.ToString().ToLowerInvariant()),
        ];
        Report report = Report.Titled($"Model: {card.Trainer}")
            .Table(Table.OfFacts(facts.Where(fact => fact.Item2.Length > 0)))
            .Table(EvaluationReport.Of(card.Scores).WithCaption("Out of sample"));
        (string Name, string? Value)[] hashes = [("Candles, SHA-256", card.SourceHash), ("Rows, SHA-256", card.DataHash), ("Features, schema hash", card.SchemaHash)];
        report = hashes.Where(hash => !string.IsNullOrEmpty(hash.Value)).Aggregate(report, (longer, hash) => longer.Foot(hash.Name, hash.Value!));
        return card.Holdout is Scores held ? report.Table(EvaluationReport.Of(held).WithCaption("On holdout rows, which were not used to choose the model")) : report;
    }

    /// <summary>A report on one version of a registered model.</summary>
    public static Report Create(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Report.Titled($"{version.Model}, version {ValueFormat.Auto.Format(version.Number)}")
            .Table(Table.OfFacts([
                ("Registered", FormattableString.Invariant($"{version.Registered:yyyy-MM-dd HH:mm} UTC")),
                ("Used for", version.Uses.Count == 0 ? "nothing" : string.Join(", ", version.Uses).ToLowerInvariant()),
                ("Model, size", FormattableString.Invariant($"{version.Bytes:N0} bytes")),
            ]))
            .Append(Create(version.Card))
            .Foot("Model, SHA-256", version.Hash);
    }

    /// <summary>The versions of a model as a table, newest first.</summary>
    public static Table Versions(IEnumerable<ModelVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return Table.Of(versions.OrderBy(v => v.Model, StringComparer.Ordinal).ThenByDescending(v => v.Number))
            .Column("Model", v => v.Model)
            .Column("Version", v => v.Number)
            .Column("Used for", v => string.Join(", ", v.Uses).ToLowerInvariant())
            .Column("Licensed for", v => v.Card.Licence.ToString().ToLowerInvariant())
            .Column("Registered", v => v.Registered, unit: "UTC")
            .Column("Method", v => v.Card.Trainer)
            .Column("AUC", v => v.Card.Scores.Auc, ValueFormat.Number(4), unknown: ScoreNotes.Auc)
            .Column("Information coefficient", v => v.Card.Scores.InformationCoefficient, ValueFormat.Number(4), unknown: ScoreNotes.Correlation)
            .Column("Trials", v => v.Card.Trials)
            .Build();
    }
}
