namespace TradeBot.Learning;

/// <summary>A model's scores on the test rows of one fold.</summary>
/// <param name="Number">The fold's number.</param>
/// <param name="TrainRows">Number of training rows.</param>
/// <param name="Purged">Number of rows purged from training because their labels overlap those of test rows.</param>
/// <param name="Embargoed">Number of further rows left out of training by the embargo.</param>
/// <param name="Scores">Scores on the test rows; all NaN when the fold was skipped.</param>
public sealed record FoldEvaluation(int Number, int TrainRows, int Purged, int Embargoed, Scores Scores)
{
    /// <summary>Why the trainer could not use the training rows, such as only one class; null when it could.</summary>
    public string? Skipped { get; init; }
}

/// <summary>Predictions for the test rows of a fold, or the reason why there are none.</summary>
/// <param name="Values">One per test row; empty when the trainer refused the training rows.</param>
/// <param name="Refusal">Why the trainer refused the training rows; null when it did not.</param>
internal readonly record struct FoldPredictions(double[] Values, ArgumentException? Refusal);
