using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>How large a position a target means; see <see cref="Sizing"/> for those at hand.</summary>
/// <remarks>Immutable: each run starts a session of its own.</remarks>
public interface ISizing
{
    /// <summary>What it is, with its parameters: it stands in the manifest.</summary>
    string Name { get; }

    /// <summary>Begins a run.</summary>
    /// <param name="feeds">The feed that each symbol trades on, in the order of the symbols.</param>
    ISizingSession Start(IReadOnlyList<CandleFeed> feeds);
}
