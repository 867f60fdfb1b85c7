namespace TradeBot.Optimization;

/// <summary>How far the objective falls from the best trial along one parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Neighbours">How many trials tell: near the best in all parameters, and different in this one above all.</param>
/// <param name="Drop">Median loss of those, as a share of the distance from the best to the median trial: 0 as good as the best, 1 as the median; NaN without neighbours.</param>
public sealed record ParameterDrop(string Name, int Neighbours, double Drop);
