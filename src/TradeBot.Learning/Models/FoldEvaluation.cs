namespace TradeBot.Learning;

/// <summary>How a model did on the test rows of one fold.</summary>
/// <param name="Number">The fold's number.</param>
/// <param name="TrainRows">How many rows it learned from.</param>
/// <param name="Purged">How many rows were kept from training because their labels touch those of the test.</param>
/// <param name="Embargoed">How many more were kept from training because they are too near to the test.</param>
/// <param name="Scores">On the test rows.</param>
public sealed record FoldEvaluation(int Number, int TrainRows, int Purged, int Embargoed, Scores Scores);
