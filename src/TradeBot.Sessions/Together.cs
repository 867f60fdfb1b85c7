using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>Several strategies in one account, each with symbols of its own.</summary>
public static class Together
{
    /// <summary>One strategy that is all of them.</summary>
    /// <param name="strategies">Each names its feeds.</param>
    /// <exception cref="ArgumentException">There is none, one names no feeds, or two trade the same symbol.</exception>
    /// <remarks>Two that trade one symbol would share one position, and each would undo what the other did. <see cref="Strategy.Portfolio"/> nets them by weights.</remarks>
    public static IStrategy Of(params IReadOnlyList<IStrategy> strategies)
    {
        ArgumentNullException.ThrowIfNull(strategies);
        if (strategies.Count == 0)
            throw new ArgumentException("At least one strategy is needed.", nameof(strategies));
        Dictionary<string, IStrategy> owners = [];
        foreach (IStrategy strategy in strategies)
        {
            if (strategy.Feeds.Count == 0 && strategies.Count > 1)
                throw new ArgumentException($"{strategy.Name} names no feeds: beside others, say on which symbols it trades.", nameof(strategies));
            foreach (string symbol in strategy.Feeds.Select(f => f.Symbol).Distinct())
            {
                if (!owners.TryAdd(symbol, strategy))
                    throw new ArgumentException($"Both {owners[symbol].Name} and {strategy.Name} trade {symbol}, of which an account has one position: net them by weights with Strategy.Portfolio, or give each an account of its own.", nameof(strategies));
            }
        }

        return strategies.Count == 1 ? strategies[0] : Strategy.Portfolio(string.Join(" and ", strategies.Select(s => s.Name)), [.. strategies.Select(s => (s, 1.0))]);
    }
}
