namespace TradeBot.Strategies;

/// <summary>A strategy that is data: entries, exits and protection on one symbol or on each of several.</summary>
public sealed class RuleStrategy : DefinedStrategy
{
    /// <param name="definition">What it does.</param>
    /// <exception cref="StrategyException">The definition has faults; all are told together.</exception>
    public RuleStrategy(RuleDefinition definition)
        : base(definition) => Definition = definition;

    /// <summary>What it does, as data.</summary>
    public override RuleDefinition Definition { get; }

    /// <inheritdoc/>
    public override IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        return new RuleSession(Definition, Name, feeds);
    }
}
