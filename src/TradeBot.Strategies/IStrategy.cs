namespace TradeBot.Strategies;

/// <summary>A strategy: turns closed candles into target exposures and protective levels.</summary>
/// <remarks>
/// A strategy is immutable and has no market state: each run starts its own session, so the same
/// strategy can serve many runs at once, and a replay from the first candle makes the same decisions.
/// </remarks>
public interface IStrategy
{
    /// <summary>Its name with its parameters, such as <c>SMA cross 10/30</c>.</summary>
    string Name { get; }

    /// <summary>The bound parameters and their values, which a run's manifest records; empty when there are none or they are not exposed.</summary>
    IReadOnlyList<KeyValuePair<string, double>> Parameters => [];

    /// <summary>The feeds it requires; empty when it runs on the feeds of the run.</summary>
    IReadOnlyList<CandleFeed> Feeds { get; }

    /// <summary>Starts a run.</summary>
    /// <param name="feeds">The feeds of the run, in the order used by the session; at least one.</param>
    /// <exception cref="ArgumentException">A feed that the strategy needs is not among them.</exception>
    IStrategySession Start(IReadOnlyList<CandleFeed> feeds);
}
