namespace TradeBot.Learning;

/// <summary>Model card: data, features, trainer and out-of-sample scores of a model, enough to reproduce it.</summary>
[TypeFormatterSource]
public sealed record ModelCard
{
    /// <summary>The trainer with its parameters.</summary>
    public required string Trainer { get; init; }

    /// <summary>The features, in order.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>The hash of the pipeline's schema; null when the rows were given directly.</summary>
    public string? SchemaHash { get; init; }

    /// <summary>What is predicted.</summary>
    public required string Label { get; init; }

    /// <summary>Description of the candles that the rows were computed from; null when the rows were given directly.</summary>
    public string? Source { get; init; }

    /// <summary>Content hash of the candles; null when the rows were given directly.</summary>
    public string? SourceHash { get; init; }

    /// <summary>Content hash of the rows.</summary>
    public required string DataHash { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The split used for the evaluation.</summary>
    public required string Split { get; init; }

    /// <summary>The seed of the comparison.</summary>
    public required int Seed { get; init; }

    /// <summary>Scores on the test rows of all folds.</summary>
    public required Scores Scores { get; init; }

    /// <summary>Distribution of the last fold's predictions on its test rows.</summary>
    public required FeatureSummary Predictions { get; init; }

    /// <summary>Scores on held-out rows that were not used to choose the trainer; null when none were held out.</summary>
    public Scores? Holdout { get; init; }

    /// <summary>How many trainers were tried on these rows before this one was chosen, including this one; null when unknown.</summary>
    public int? Trials { get; init; }

    /// <summary>The highest use that the model is approved for.</summary>
    public ModelUse Licence { get; init; }

    /// <summary>The training rows of the model itself; null for a card that describes only a trainer.</summary>
    public TrainingSpan? Training { get; init; }

    /// <summary>The training run as JSON; running it gives the same model. Null for a model trained by code, which cannot be reproduced from its card alone.</summary>
    public string? Spec { get; init; }

    /// <summary>The card of a trainer evaluated on a data set.</summary>
    /// <exception cref="ArgumentException">The evaluation is of a different data set.</exception>
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

    /// <summary>The card of one model made by this trainer.</summary>
    /// <param name="data">The data set of this card.</param>
    /// <param name="rows">The training rows of the model, ascending.</param>
    /// <param name="seed">The seed of the training.</param>
    /// <exception cref="ArgumentException">This is a different data set, or there is no row.</exception>
    public ModelCard TrainedOn(Dataset data, ReadOnlyMemory<int> rows, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        RequireSameData(data, DataHash);
        return this with { Training = TrainingSpan.Of(data, rows.Span, seed) };
    }

    /// <summary>Throws unless the features are those of the card.</summary>
    /// <exception cref="ArgumentException">Names, order or computation differ; the message says how.</exception>
    internal void RequireFeatures(IReadOnlyList<string> names, string? schemaHash)
    {
        ModelFeatures.Require(Features, names);
        if (SchemaHash is string trained && schemaHash is string given && trained != given && trained != FeaturePipeline.HashOf(Features)) // only the names differ in syntax
            throw new ArgumentException($"The features have the names that the model was trained on, but are computed differently: their schema is {given}, the model's is {trained}.", nameof(schemaHash));
    }

    /// <summary>Method, data and main scores in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Trainer} for {Label} on {Source ?? "given rows"}: AUC {Scores.Auc:0.0000} out of sample over {Scores.Rows:N0} rows");

    private static void RequireSameData(Dataset data, string evaluated)
    {
        if (evaluated != data.ContentHash)
            throw new ArgumentException($"The evaluation is of data set {evaluated}, this is {data.ContentHash}.", nameof(data));
    }
}
