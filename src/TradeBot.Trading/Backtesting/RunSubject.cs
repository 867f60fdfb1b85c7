using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>What a backtest runs: a strategy or an order algorithm, as its result remembers it.</summary>
/// <param name="Name">With its parameters.</param>
/// <param name="Parameters">By name, in their order.</param>
/// <param name="Definition">What the strategy does, when it is data; null for code.</param>
/// <param name="Spec">The strategy as data, computed on first use.</param>
/// <param name="Start">Starts a run of it.</param>
internal sealed record RunSubject(
    string Name, IReadOnlyList<KeyValuePair<string, double>> Parameters, StrategyDefinition? Definition, Func<StrategySpec> Spec,
    Func<CandleFeed[], BacktestOptions, EquityRecorder, SimulatedRun> Start)
{
    public static RunSubject Of(IStrategy strategy) => new(
        strategy.Name, strategy.Parameters, (strategy as DefinedStrategy)?.Definition, () => StrategySpec.Of(strategy),
        (feeds, conditions, equity) => new SimulatedRun(strategy, feeds, conditions, equity));

    public static RunSubject Of(IOrderAlgorithm algorithm) => new(
        algorithm.Name, algorithm.Parameters, null, () => StrategySpec.Of(algorithm),
        (feeds, conditions, equity) => new SimulatedRun(algorithm, feeds, conditions, equity));
}
