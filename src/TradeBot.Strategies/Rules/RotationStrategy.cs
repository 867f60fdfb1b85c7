namespace TradeBot.Strategies;

/// <summary>A rotation strategy defined by data: holds the best of several symbols by score.</summary>
public sealed class RotationStrategy : DefinedStrategy
{
    /// <param name="definition">The definition.</param>
    /// <exception cref="StrategyException">The definition has faults; all are listed.</exception>
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
