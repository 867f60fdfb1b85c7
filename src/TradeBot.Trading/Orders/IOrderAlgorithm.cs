using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A strategy that submits orders itself, instead of stating target exposures.</summary>
/// <remarks>Immutable, as a strategy is: each run starts its own session.</remarks>
public interface IOrderAlgorithm
{
    /// <summary>Its name, with its parameters.</summary>
    string Name { get; }

    /// <summary>The parameters that were bound and their values, which a run's manifest records; empty when it has none, or does not report them.</summary>
    IReadOnlyList<KeyValuePair<string, double>> Parameters => [];

    /// <summary>Starts a run.</summary>
    /// <param name="feeds">The feeds of the run.</param>
    IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds);
}
