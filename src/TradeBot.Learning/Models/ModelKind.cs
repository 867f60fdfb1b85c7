namespace TradeBot.Learning;

/// <summary>The kinds of model as they are numbered in files: a number is never used again for another kind.</summary>
internal enum ModelKind : byte
{
    Logistic = 1,
    GradientBoosting = 2,
    Forest = 3,
    Linear = 4,
    NeuralNetwork = 5,
    Voting = 6,
    Stacking = 7,
    Calibrated = 8,
    Reduced = 9,
    Foreign = 255,
}
