using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>Several strategies in one account, each with its own symbols.</summary>
public static class Together
{
    /// <summary>Combines strategies into one.</summary>
    /// <param name="strategies">At least one; each must name its feeds.</param>
    /// <exception cref="ArgumentException">The list is empty, a strategy names no feeds, or two trade the same symbol.</exception>
    /// <remarks>Two strategies that trade the same symbol would share one position and undo each other's trades. <see cref="Strategy.Portfolio"/> nets them by weights.</remarks>
    public static IStrategy Of(params IReadOnlyList<IStrategy> strategies)
    {
        ArgumentNullException.ThrowIfNull(strategies);
        if (strategies.Count == 0)
            throw new ArgumentException("At least one strategy is needed.", nameof(strategies));
        Dictionary<string, IStrategy> owners = [];
        foreach (IStrategy strategy in strategies)
        {
            if (strategy.Feeds.Count == 0 && strategies.Count > 1)
                throw new ArgumentException($"{strategy.Name} names no feeds: in combination with others, a strategy must name the symbols that it trades.", nameof(strategies));
            foreach (string symbol in strategy.Feeds.Select(f => f.Symbol).Distinct())
            {
                if (!owners.TryAdd(symbol, strategy))
                    throw new ArgumentException($"Both {owners[symbol].Name} and {strategy.Name} trade {symbol}, and an account has one position per symbol: net them by weights with Strategy.Portfolio, or give each its own account.", nameof(strategies));
            }
        }

        return strategies.Count == 1 ? strategies[0] : Strategy.Portfolio(string.Join(" and ", strategies.Select(s => s.Name)), [.. strategies.Select(s => (s, 1.0))]);
    }
}
