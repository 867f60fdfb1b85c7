namespace TradeBot.Integrations.AutoML;

/// <summary>One trial of a search.</summary>
/// <param name="Number">From 0, in the order in which the trials ran.</param>
/// <param name="Method">Which method it tried, such as <c>LightGBM</c>.</param>
/// <param name="Auc">Over the test rows of all folds; NaN when it failed.</param>
/// <param name="Parameters">The parameters tried, as ML.NET writes them.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
public sealed record MlNetTrial(int Number, string Method, double Auc, string Parameters, string? Error = null);
