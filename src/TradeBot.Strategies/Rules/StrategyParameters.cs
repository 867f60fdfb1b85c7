namespace TradeBot.Strategies;

/// <summary>The parameters of a strategy.</summary>
internal static class StrategyParameters
{
    /// <summary>Every number in the definition, written as such or as a parameter.</summary>
    public static IEnumerable<Argument> AllArguments(this StrategyDefinition definition)
    {
        IEnumerable<Argument> direct = definition is RuleDefinition rule
            ? ((IEnumerable<Argument?>)[rule.TimeStop, rule.Cooldown, .. rule.PartialTargets.Select(p => p.Close)]).OfType<Argument>()
            : [];
        return definition.Expressions.SelectMany(e => e.Expression.Arguments()).Concat(direct);
    }

    /// <summary>The parameters that the expressions name, in the order of first use.</summary>
    public static StrategyDefinition WithNamedParameters(this StrategyDefinition definition) => definition with
    {
        Parameters = [.. definition.AllArguments().Where(a => a.Parameter is not null).Select(a => KeyValuePair.Create(a.Parameter!, a.Value)).Distinct()],
    };

    /// <summary>The same strategy with other parameter values.</summary>
    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    public static StrategyDefinition With(this StrategyDefinition definition, IReadOnlyDictionary<string, double> values)
    {
        RequireNames(definition, values.Keys);
        KeyValuePair<string, double>[] parameters = [.. definition.Parameters.Select(p => KeyValuePair.Create(p.Key, values.GetValueOrDefault(p.Key, p.Value)))];
        Dictionary<string, double> byName = new(parameters);
        return definition.Map(expression => expression.Bind(byName, null)) with
        {
            Parameters = parameters,
            Constraints = [.. definition.Constraints.Select(constraint => (Condition)constraint.Bind(byName, null))],
        };
    }

    /// <summary>The same strategy with its models bound.</summary>
    /// <exception cref="ArgumentException">A model is missing or of the wrong kind.</exception>
    public static StrategyDefinition With(this StrategyDefinition definition, IModelSource models) =>
        definition.Map(expression => expression.Bind(new Dictionary<string, double>(), models));

    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    public static void RequireNames(StrategyDefinition definition, IEnumerable<string> wanted)
    {
        string[] names = [.. definition.Parameters.Select(p => p.Key)];
        foreach (string name in wanted.Except(names))
        {
            throw new ArgumentException(
                names.Length == 0
                    ? $"The strategy has no parameters, but got a value for '{name}'."
                    : $"The strategy has no parameter '{name}'; the nearest is '{NearestName.Of(name, names)}'. It has {string.Join(", ", names)}.",
                nameof(wanted));
        }
    }
}
