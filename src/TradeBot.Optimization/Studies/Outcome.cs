namespace TradeBot.Optimization;

/// <summary>What an evaluation gave, as far as the study keeps it.</summary>
/// <param name="Values">One per objective.</param>
/// <param name="Returns">Returns per period; empty when none are kept.</param>
/// <param name="IsFeasible">False when a requirement is broken.</param>
internal readonly record struct Outcome(double[] Values, ReadOnlyMemory<double> Returns, bool IsFeasible);
