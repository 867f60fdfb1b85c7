namespace TradeBot.Optimization;

/// <summary>What was chosen in a fold, and how it did on rows that the choice never saw.</summary>
/// <param name="Fold">The rows.</param>
/// <param name="Search">The search on the training rows.</param>
/// <param name="Selected">The parameters that won it; null when no trial was complete.</param>
/// <param name="InSample">The objective where they were chosen; NaN without any.</param>
/// <param name="OutOfSample">The objective on the test rows; NaN without any.</param>
/// <param name="Returns">One return per test row; empty when the study keeps none.</param>
public sealed record FoldOutcome(Fold Fold, StudyResult Search, ParameterSet? Selected, double InSample, double OutOfSample, ReadOnlyMemory<double> Returns);
