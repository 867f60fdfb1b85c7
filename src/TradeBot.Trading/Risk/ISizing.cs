using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>How large a position a target means; see <see cref="Sizing"/> for the built-in ones.</summary>
/// <remarks>Immutable: each run starts its own session.</remarks>
public interface ISizing
{
    /// <summary>Its name with its parameters, recorded in the manifest.</summary>
    string Name { get; }

    /// <summary>Starts a run.</summary>
    /// <param name="feeds">The feed that each symbol trades on, in the order of the symbols.</param>
    ISizingSession Start(IReadOnlyList<CandleFeed> feeds);
}
