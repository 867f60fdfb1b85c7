namespace TradeBot.Optimization;

/// <summary>A metric and which of its values are better.</summary>
/// <typeparam name="TResult">What an evaluation gives.</typeparam>
/// <param name="Metric">The number to compare.</param>
/// <param name="Direction">Which values are better.</param>
internal sealed record Objective<TResult>(Func<TResult, double> Metric, StudyDirection Direction);
