namespace TradeBot.Learning;

/// <summary>What a model predicted for the test rows of a fold, or why there is none.</summary>
/// <param name="Values">One per test row; empty after a refusal.</param>
/// <param name="Refusal">Why the training rows did not suit the trainer; null where they did.</param>
internal readonly record struct FoldPredictions(double[] Values, ArgumentException? Refusal);
