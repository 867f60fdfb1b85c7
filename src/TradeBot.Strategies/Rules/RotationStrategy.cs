namespace TradeBot.Strategies;

/// <summary>A strategy that is data: holds the best of several symbols, by a score.</summary>
public sealed class RotationStrategy : DefinedStrategy
{
    /// <param name="definition">What it does.</param>
    /// <exception cref="StrategyException">The definition has faults; all are told together.</exception>
    public RotationStrategy(RotationDefinition definition)
        : base(definition) => Definition = definition;

    /// <inheritdoc/>
    public override RotationDefinition Definition { get; }

    /// <inheritdoc/>
    public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        return new RotationSession(Definition, Name, feeds);
    }
}
