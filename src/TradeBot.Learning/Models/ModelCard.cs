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

    /// <summary>The card of a method judged on a data set.</summary>
    /// <exception cref="ArgumentException">The evaluation is of other data.</exception>
    public static ModelCard Of(Dataset data, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(evaluation);
        if (evaluation.DataHash != data.ContentHash)
            throw new ArgumentException($"The evaluation is of the data {evaluation.DataHash}, this is {data.ContentHash}.", nameof(evaluation));

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
        };
    }

    /// <summary>Method, data and main scores in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Trainer} for {Label} on {Source ?? "given rows"}: AUC {Scores.Auc:0.0000} out of sample over {Scores.Rows:N0} rows");
}
