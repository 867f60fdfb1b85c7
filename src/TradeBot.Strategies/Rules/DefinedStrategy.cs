namespace TradeBot.Strategies;

/// <summary>A strategy defined by data, which can be written to a document and read back.</summary>
public abstract class DefinedStrategy : IStrategy
{
    private protected DefinedStrategy(StrategyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        StrategyCheck.Require(definition);
        Name = StrategyName.Of(definition);
        Parameters = definition.Parameters;
        Feeds = RequiredFeeds.Of(definition);
    }

    /// <summary>Its definition.</summary>
    public abstract StrategyDefinition Definition { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CandleFeed> Feeds { get; }

    /// <summary>Its parameters and their values, in the order of their declaration.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; }

    /// <inheritdoc/>
    public abstract IStrategySession Start(IReadOnlyList<CandleFeed> feeds);

    /// <summary>Whether other parameter values satisfy its constraints.</summary>
    /// <param name="values">By name; omitted ones keep their values.</param>
    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    public bool Accepts(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        StrategyParameters.RequireNames(Definition, values.Keys);
        return Definition.Constraints.All(constraint => ParameterConstraints.Holds(constraint, values));
    }

    /// <summary>The same strategy with other parameter values.</summary>
    /// <param name="values">By name; omitted ones keep their values.</param>
    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    /// <exception cref="StrategyException">A value is not accepted, or a constraint is violated.</exception>
    public DefinedStrategy With(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of(Definition.With(values));
    }

    /// <summary>The distinct names of the models that its expressions use.</summary>
    public IReadOnlyList<string> Models => [.. Definition.Expressions.SelectMany(e => e.Expression.Models()).Select(m => m.Model).Distinct()];

    /// <summary>Where the bound models are found again; null when one is not bound, or is only in memory.</summary>
    public IReadOnlyList<ModelIdentity>? ModelIdentities
    {
        get
        {
            ModelIdentity?[] models = [.. Definition.Expressions.SelectMany(e => e.Expression.Models()).DistinctBy(m => m.Model).Select(m => m.Source?.Identity)];
            return models.Contains(null) ? null : [.. models.OfType<ModelIdentity>()];
        }
    }

    /// <summary>The same strategy with its models bound; without them it can be written but not run.</summary>
    /// <param name="models">Provides the models by name.</param>
    /// <exception cref="ArgumentException">A model is missing, or predicts a number where a probability is needed.</exception>
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
