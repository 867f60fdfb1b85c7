namespace TradeBot.Learning;

/// <summary>How a model did on the test rows of one fold.</summary>
/// <param name="Number">The fold's number.</param>
/// <param name="TrainRows">How many rows it learned from.</param>
/// <param name="Purged">How many rows were kept from training because their labels touch those of the test.</param>
/// <param name="Embargoed">How many more were kept from training because they are too near to the test.</param>
/// <param name="Scores">On the test rows; of no row, and NaN, where the fold was skipped.</param>
public sealed record FoldEvaluation(int Number, int TrainRows, int Purged, int Embargoed, Scores Scores)
{
    /// <summary>Why the trainer did not take the training rows, such as that all have the same target; null where it did.</summary>
    public string? Skipped { get; init; }
}

/// <summary>What a model predicted for the test rows of a fold, or why there is none.</summary>
/// <param name="Values">One per test row; empty after a refusal.</param>
/// <param name="Refusal">Why the training rows did not suit the trainer; null where they did.</param>
internal readonly record struct FoldPredictions(double[] Values, ArgumentException? Refusal);
