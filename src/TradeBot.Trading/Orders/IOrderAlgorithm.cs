using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A rule that gives orders itself, rather than stating what to hold.</summary>
/// <remarks>Immutable, as a strategy is: each run starts a session of its own.</remarks>
public interface IOrderAlgorithm
{
    /// <summary>What it is, with its parameters.</summary>
    string Name { get; }

    /// <summary>The parameters that were bound and their values, which a run's manifest records; none when it has none, or does not tell.</summary>
    IReadOnlyList<KeyValuePair<string, double>> Parameters => [];

    /// <summary>Begins a run.</summary>
    /// <param name="feeds">The feeds of the run.</param>
    IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds);
}
