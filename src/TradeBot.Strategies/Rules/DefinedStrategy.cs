namespace TradeBot.Strategies;

/// <summary>A strategy that is data, and so can be written to a document and read back.</summary>
public abstract class DefinedStrategy : IStrategy
{
    private protected DefinedStrategy(StrategyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        StrategyCheck.Require(definition);
        Name = StrategyName.Of(definition);
        Parameters = definition.Parameters;
        Feeds = FeedNeeds.Of(definition);
    }

    /// <summary>What it does, as data.</summary>
    public abstract StrategyDefinition Definition { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CandleFeed> Feeds { get; }

    /// <summary>Its parameters and their values, in the order of their declaration.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; }

    /// <inheritdoc/>
    public abstract IStrategySession Start(IReadOnlyList<CandleFeed> feeds);

    /// <summary>Whether its constraints are met with other values for its parameters.</summary>
    /// <param name="values">By name; those not given stay.</param>
    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    public bool Accepts(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        StrategyParameters.RequireNames(Definition, values.Keys);
        return Definition.Constraints.All(constraint => ParameterConstraints.Holds(constraint, values));
    }

    /// <summary>The same strategy with other values for its parameters.</summary>
    /// <param name="values">By name; those not given stay.</param>
    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    /// <exception cref="StrategyException">A value is not accepted, or a constraint is not met.</exception>
    public DefinedStrategy With(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of(Definition.With(values));
    }

    /// <summary>The names of the models that its expressions read, each once.</summary>
    public IReadOnlyList<string> Models => [.. Definition.Expressions.SelectMany(e => e.Expression.Models()).Select(m => m.Model).Distinct()];

    /// <summary>Where the models that it was given are found again; null where one is not given, or is in memory alone.</summary>
    public IReadOnlyList<ModelIdentity>? ModelIdentities
    {
        get
        {
            ModelIdentity?[] models = [.. Definition.Expressions.SelectMany(e => e.Expression.Models()).DistinctBy(m => m.Model).Select(m => m.Source?.Identity)];
            return models.Contains(null) ? null : [.. models.OfType<ModelIdentity>()];
        }
    }

    /// <summary>The same strategy with the models that it reads; without them it can be written, and not run.</summary>
    /// <param name="models">Where they are found by name.</param>
    /// <exception cref="ArgumentException">One is not there, or tells no probability where one is asked for.</exception>
    public DefinedStrategy WithModels(IModelSource models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return Of(Definition.With(models));
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static DefinedStrategy Of(StrategyDefinition definition) => definition switch
    {
        RuleDefinition rule => new RuleStrategy(rule),
        _ => new RotationStrategy((RotationDefinition)definition),
    };
}
