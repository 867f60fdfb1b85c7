using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>What a backtest runs: a strategy or an order algorithm, as its result remembers it.</summary>
/// <param name="Name">With its parameters.</param>
/// <param name="Parameters">By name, in their order.</param>
/// <param name="Definition">What the strategy does, when it is data; null for code.</param>
internal sealed record RunSubject(string Name, IReadOnlyList<KeyValuePair<string, double>> Parameters, StrategyDefinition? Definition)
{
    public static RunSubject Of(IStrategy strategy) => new(strategy.Name, strategy.Parameters, (strategy as DefinedStrategy)?.Definition);

    public static RunSubject Of(IOrderAlgorithm algorithm) => new(algorithm.Name, algorithm.Parameters, null);
}
