namespace TradeBot.Strategies;

/// <summary>The parameters of a strategy: which it has, and other values for them.</summary>
internal static class StrategyParameters
{
    /// <summary>Every number in the definition, written as such or as a parameter.</summary>
    public static IEnumerable<Argument> AllArguments(this StrategyDefinition definition)
    {
        IEnumerable<Argument> direct = definition is RuleDefinition rule
            ? ((IEnumerable<Argument?>)[rule.TimeStop, rule.Cooldown, .. rule.PartialTargets.Select(p => p.Close)]).OfType<Argument>()
            : [];
        return definition.Expressions.SelectMany(e => Arguments(e.Expression)).Concat(direct);
    }

    /// <summary>The parameters that the expressions name, in the order of first use.</summary>
    public static StrategyDefinition WithNamedParameters(this StrategyDefinition definition) => definition with
    {
        Parameters = [.. definition.AllArguments().Where(a => a.Parameter is not null).Select(a => KeyValuePair.Create(a.Parameter!, a.Value)).Distinct()],
    };

    /// <summary>The same strategy with other values for its parameters.</summary>
    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    public static StrategyDefinition With(this StrategyDefinition definition, IReadOnlyDictionary<string, double> values)
    {
        RequireNames(definition, values.Keys);
        KeyValuePair<string, double>[] parameters = [.. definition.Parameters.Select(p => KeyValuePair.Create(p.Key, values.GetValueOrDefault(p.Key, p.Value)))];
        Dictionary<string, double> byName = new(parameters);
        return definition.Map(expression => Bind(expression, byName)) with
        {
            Parameters = parameters,
            Constraints = [.. definition.Constraints.Select(constraint => (Condition)Bind(constraint, byName))],
        };
    }

    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    public static void RequireNames(StrategyDefinition definition, IEnumerable<string> wanted)
    {
        string[] names = [.. definition.Parameters.Select(p => p.Key)];
        foreach (string name in wanted.Except(names))
        {
            throw new ArgumentException(
                names.Length == 0
                    ? $"The strategy has no parameters, got a value for '{name}'."
                    : $"The strategy has no parameter '{name}'; the nearest is '{NearestName.Of(name, names)}'. It has {string.Join(", ", names)}.",
                nameof(wanted));
        }
    }

    /// <summary>The numbers in an expression that stand there by name.</summary>
    public static IEnumerable<Argument> NamedArguments(this Expression expression) => Arguments(expression).Where(a => a.Parameter is not null);

    /// <summary>The expression read again with other values: its text is its meaning.</summary>
    private static Expression Bind(Expression expression, Dictionary<string, double> parameters)
    {
        if (Arguments(expression).All(a => a.Parameter is null))
            return expression;
        var places = new ExpressionPlaces();
        return expression is Condition
            ? ExpressionParser.Condition(expression.ToString(), parameters, places)
            : ExpressionParser.Series(expression.ToString(), parameters, places);
    }

    private static IEnumerable<Argument> Arguments(Expression expression)
    {
        IEnumerable<Argument> own = expression switch
        {
            ConstantSeries constant => [constant.Value],
            IndicatorSeries indicator => indicator.Arguments,
            ShiftSeries shift => [shift.Candles],
            _ => [],
        };
        return own.Concat(expression.Parts.SelectMany(Arguments));
    }
}
