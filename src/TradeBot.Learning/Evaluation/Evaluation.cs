namespace TradeBot.Learning;

/// <summary>How a trainer did out of sample, over all folds of a split.</summary>
[TypeFormatterSource]
public sealed partial record Evaluation
{
    /// <summary>The trainer with its parameters.</summary>
    public required string Trainer { get; init; }

    /// <summary>The split.</summary>
    public required string Split { get; init; }

    /// <summary>The seed from which each fold's seed is derived.</summary>
    public required int Seed { get; init; }

    /// <summary>Content hash of the data set.</summary>
    public required string DataHash { get; init; }

    /// <summary>The result of each fold.</summary>
    public required IReadOnlyList<FoldEvaluation> Folds { get; init; }

    /// <summary>Number of folds without a score because the trainer could not use their training rows: see <see cref="FoldEvaluation.Skipped"/>.</summary>
    public int SkippedFolds => Folds.Count(fold => fold.Skipped is not null);

    /// <summary>Scores over the test rows of all folds that were not skipped.</summary>
    public required Scores Scores { get; init; }

    /// <summary>The test rows, in the order of the folds.</summary>
    public required ReadOnlyMemory<int> Rows { get; init; }

    /// <summary>What was predicted for each of <see cref="Rows"/> by the model that was not trained on it.</summary>
    public required ReadOnlyMemory<double> Probabilities { get; init; }

    /// <summary>The main scores in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Trainer}: AUC {Scores.Auc:0.0000}, log loss {Scores.LogLoss:0.0000} (base {Scores.BaseLogLoss:0.0000}), Brier {Scores.Brier:0.0000}, IC {Scores.InformationCoefficient:0.0000}, {Scores.Rows:N0} rows in {Folds.Count - SkippedFolds} folds{(SkippedFolds == 0 ? "" : $", {SkippedFolds} skipped")}");
}
