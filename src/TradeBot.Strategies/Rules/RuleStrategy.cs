namespace TradeBot.Strategies;

/// <summary>A rule strategy defined by data: entries, exits and protection on one symbol or on each of several.</summary>
public sealed class RuleStrategy : DefinedStrategy
{
    /// <param name="definition">The definition.</param>
    /// <exception cref="StrategyException">The definition has faults; all are listed.</exception>
    public RuleStrategy(RuleDefinition definition)
        : base(definition) => Definition = definition;

    /// <summary>Its definition.</summary>
    public override RuleDefinition Definition { get; }

    /// <inheritdoc/>
    public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        return new RuleSession(Definition, Name, feeds);
    }
}
