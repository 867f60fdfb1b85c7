namespace TradeBot.Learning;

/// <summary>Shapley values of a tree model over many rows; see <see cref="TreeShap"/>.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Base">The expected score without knowing any feature, the same for every row; in the unit of the contributions.</param>
/// <param name="Predictions">What the model predicts for each row.</param>
/// <param name="Features">Each feature with its contributions; the largest mean absolute contribution first.</param>
public sealed record ShapleyTable(string Model, double Base, IReadOnlyList<double> Predictions, IReadOnlyList<FeatureContribution> Features);

/// <summary>The contributions of one feature to the predictions of many rows.</summary>
/// <param name="Name">The feature.</param>
/// <param name="MeanAbsolute">Mean absolute contribution over the rows: an importance, 0 for a feature that the model does not use.</param>
/// <param name="Values">The feature's value in each row; NaN is missing.</param>
/// <param name="Contributions">What the feature adds to the score of each row: log odds for boosted classification, the prediction itself for a forest.</param>
public sealed record FeatureContribution(string Name, double MeanAbsolute, IReadOnlyList<double> Values, IReadOnlyList<double> Contributions);
