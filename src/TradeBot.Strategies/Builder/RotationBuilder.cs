namespace TradeBot.Strategies;

/// <summary>Collects the parts of a rotation, and checks them all at <see cref="Build"/>.</summary>
/// <remarks>Immutable: each step gives a new builder.</remarks>
public sealed class RotationBuilder
{
    private readonly RotationDefinition _rotation;

    internal RotationBuilder(Universe on, Series score)
        : this(new RotationDefinition { On = on, Score = score })
    {
    }

    private RotationBuilder(RotationDefinition rotation) => _rotation = rotation;

    /// <summary>Gives the strategy a name in place of the one made of its parts.</summary>
    public RotationBuilder Named(string name) => new(_rotation with { Name = name });

    /// <summary>States where the idea was published.</summary>
    public RotationBuilder From(string source) => new(_rotation with { Source = source });

    /// <summary>How many of the highest scores are held long, and of the lowest short.</summary>
    public RotationBuilder Hold(int top, int bottom = 0) => new(_rotation with { Top = top, Bottom = bottom });

    /// <summary>When the ranking is made anew, judged on the first symbol, such as <c>Every(24)</c> or <c>NewWeek</c>.</summary>
    public RotationBuilder Rebalance(Condition when) => new(_rotation with { When = when });

    /// <summary>What must be true of a symbol for it to be held.</summary>
    public RotationBuilder Only(Condition when) => new(_rotation with { Filter = when });

    /// <inheritdoc cref="StrategyBuilder.Require"/>
    public RotationBuilder Require(Condition constraint) => new(_rotation with { Constraints = [.. _rotation.Constraints, constraint] });

    /// <summary>The strategy, checked.</summary>
    /// <exception cref="StrategyException">There are faults; all are told together.</exception>
    public RotationStrategy Build() => new((RotationDefinition)_rotation.WithNamedParameters());
}
