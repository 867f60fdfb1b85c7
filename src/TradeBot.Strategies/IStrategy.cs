namespace TradeBot.Strategies;

/// <summary>A rule that turns closed candles into target exposures, and the levels that guard them.</summary>
/// <remarks>
/// A strategy is immutable and holds no market state: each run starts a session of its own, so the same
/// strategy serves many runs at once, and a replay from the first candle decides the same.
/// </remarks>
public interface IStrategy
{
    /// <summary>What it is, with its parameters, such as <c>SMA cross 10/30</c>.</summary>
    string Name { get; }

    /// <summary>The parameters that were bound and their values, which a run's manifest records; none when it has none, or does not tell.</summary>
    IReadOnlyList<KeyValuePair<string, double>> Parameters => [];

    /// <summary>The feeds it must have; none when it runs on whichever it is given.</summary>
    IReadOnlyList<CandleFeed> Feeds { get; }

    /// <summary>Begins a run.</summary>
    /// <param name="feeds">The feeds of the run, in the order by which the session will be told of them; at least one.</param>
    /// <exception cref="ArgumentException">A feed that the strategy needs is not among them.</exception>
    IStrategySession Start(IReadOnlyList<CandleFeed> feeds);
}
