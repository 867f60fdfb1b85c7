namespace TradeBot.Learning;

/// <summary>What a model was made of and how its method did out of sample: enough to make it again.</summary>
[TypeFormatterSource]
public sealed record ModelCard
{
    /// <summary>The method with its parameters.</summary>
    public required string Trainer { get; init; }

    /// <summary>The features, in order.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>The hash of the pipeline's schema; null when the rows were given as they are.</summary>
    public string? SchemaHash { get; init; }

    /// <summary>What is foretold.</summary>
    public required string Label { get; init; }

    /// <summary>The candles behind the rows, in words; null when the rows were given as they are.</summary>
    public string? Source { get; init; }

    /// <summary>Content hash of the candles; null when the rows were given as they are.</summary>
    public string? SourceHash { get; init; }

    /// <summary>Content hash of the rows.</summary>
    public required string DataHash { get; init; }

    /// <summary>How many rows there are.</summary>
    public required int Rows { get; init; }

    /// <summary>The split by which the method was judged.</summary>
    public required string Split { get; init; }

    /// <summary>The seed of the comparison.</summary>
    public required int Seed { get; init; }

    /// <summary>How the method did on the test rows of all folds.</summary>
    public required Scores Scores { get; init; }

    /// <summary>How what the model of the last fold foretold on its test rows is distributed.</summary>
    public required FeatureSummary Predictions { get; init; }

    /// <summary>How the method did on rows that had no part in choosing it; null when none were held out.</summary>
    public Scores? Holdout { get; init; }

    /// <summary>How many ways of learning were tried on these rows until this one was chosen, this one included; null when nobody counted.</summary>
    public int? Trials { get; init; }

    /// <summary>Up to which use the model is licensed.</summary>
    public ModelUse Licence { get; init; }

    /// <summary>Which rows the model itself learned from; null for the card of a method.</summary>
    public TrainingSpan? Training { get; init; }

    /// <summary>The training as data, its JSON: who runs it gets the same model. Null for a model that code made, which cannot be made again from its card.</summary>
    public string? Spec { get; init; }

    /// <summary>The card of a method judged on a data set.</summary>
    /// <exception cref="ArgumentException">The evaluation is of other data.</exception>
    public static ModelCard Of(Dataset data, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(evaluation);
        RequireSameData(data, evaluation.DataHash);
        return new ModelCard
        {
            Trainer = evaluation.Trainer,
            Features = data.Names,
            SchemaHash = data.Pipeline?.SchemaHash,
            Label = data.LabelName,
            Source = data.Series?.ToString(),
            SourceHash = data.Series?.ContentHash,
            DataHash = data.ContentHash,
            Rows = data.RowCount,
            Split = evaluation.Split,
            Seed = evaluation.Seed,
            Scores = evaluation.Scores,
            Predictions = FeatureSummary.Of("prediction", evaluation.Probabilities.Span[^(evaluation.Folds.LastOrDefault(fold => fold.Skipped is null)?.Scores.Rows ?? 0)..]),
        };
    }

    /// <summary>The card of one model that the method made.</summary>
    /// <param name="data">The data set of this card.</param>
    /// <param name="rows">The rows that the model learned from, ascending.</param>
    /// <param name="seed">The seed that it was given.</param>
    /// <exception cref="ArgumentException">The data are others, or there is no row.</exception>
    public ModelCard TrainedOn(Dataset data, ReadOnlyMemory<int> rows, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        RequireSameData(data, DataHash);
        return this with { Training = TrainingSpan.Of(data, rows.Span, seed) };
    }

    /// <summary>Refuses features other than those of the card.</summary>
    /// <exception cref="ArgumentException">Names, order or arithmetic differ; the message says in what.</exception>
    internal void RequireFeatures(IReadOnlyList<string> names, string? schemaHash)
    {
        ModelFeatures.Require(Features, names);
        if (SchemaHash is string learned && schemaHash is string given && learned != given && learned != FeaturePipeline.HashOf(Features)) // the names alone are spelled otherwise
            throw new ArgumentException($"The features bear the names that the model learned from, and are computed in another way: their schema is {given}, the model's {learned}.", nameof(schemaHash));
    }

    /// <summary>Method, data and main scores in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Trainer} for {Label} on {Source ?? "given rows"}: AUC {Scores.Auc:0.0000} out of sample over {Scores.Rows:N0} rows");

    private static void RequireSameData(Dataset data, string judged)
    {
        if (judged != data.ContentHash)
            throw new ArgumentException($"The evaluation is of the data {judged}, this is {data.ContentHash}.", nameof(data));
    }
}
