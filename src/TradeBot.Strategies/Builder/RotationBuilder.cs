namespace TradeBot.Strategies;

/// <summary>Builds a rotation strategy; everything is checked by <see cref="Build"/>.</summary>
/// <remarks>Immutable: each call returns a new builder.</remarks>
public sealed class RotationBuilder
{
    private readonly RotationDefinition _rotation;

    internal RotationBuilder(Universe on, Series score)
        : this(new RotationDefinition { On = on, Score = score })
    {
    }

    private RotationBuilder(RotationDefinition rotation) => _rotation = rotation;

    /// <summary>Names the strategy, instead of the name derived from its parts.</summary>
    public RotationBuilder Named(string name) => new(_rotation with { Name = name });

    /// <summary>Cites where the idea was published.</summary>
    public RotationBuilder From(string source) => new(_rotation with { Source = source });

    /// <summary>How many of the highest scores to hold long, and of the lowest short.</summary>
    public RotationBuilder Hold(int top, int bottom = 0) => new(_rotation with { Top = top, Bottom = bottom });

    /// <summary>When to re-rank, evaluated on the first symbol, such as <c>Every(24)</c> or <c>NewWeek</c>.</summary>
    public RotationBuilder Rebalance(Condition when) => new(_rotation with { When = when });

    /// <summary>Filter: the condition that a symbol must meet to be held.</summary>
    public RotationBuilder Only(Condition when) => new(_rotation with { Filter = when });

    /// <inheritdoc cref="StrategyBuilder.Require"/>
    public RotationBuilder Require(Condition constraint) => new(_rotation with { Constraints = [.. _rotation.Constraints, constraint] });

    /// <summary>Builds and checks the strategy.</summary>
    /// <exception cref="StrategyException">There are faults; all are listed.</exception>
    public RotationStrategy Build() => new((RotationDefinition)_rotation.WithNamedParameters());
}
