namespace TradeBot.Strategies;

/// <summary>The parameters of a strategy: which it has, and other values for them.</summary>
internal static class StrategyParameters
{
    private static readonly Dictionary<string, double> NoValues = [];

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
        return definition.Map(expression => Bind(expression, byName, null)) with
        {
            Parameters = parameters,
            Constraints = [.. definition.Constraints.Select(constraint => (Condition)Bind(constraint, byName, null))],
        };
    }

    /// <summary>The same strategy with the models that it reads.</summary>
    /// <exception cref="ArgumentException">A model that it reads is not among them, or tells something else.</exception>
    public static StrategyDefinition With(this StrategyDefinition definition, IModelSource models) =>
        definition.Map(expression => Bind(expression, NoValues, models));

    /// <summary>The names of the models that an expression reads.</summary>
    public static IEnumerable<string> Models(this Expression expression) =>
        expression.Parts.SelectMany(Models).Concat(expression is ModelSeries model ? [model.Model] : []);

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

    /// <summary>The expression with other values for its parameters, and with the models that it reads when they are given.</summary>
    private static Expression Bind(Expression expression, Dictionary<string, double> values, IModelSource? models)
    {
        return expression switch
        {
            ConstantSeries constant => new ConstantSeries(Value(constant.Value)),
            ArithmeticSeries arithmetic => new ArithmeticSeries(arithmetic.Operator, Part(arithmetic.Left), Part(arithmetic.Right)),
            ShiftSeries shift => new ShiftSeries(Part(shift.Source), Value(shift.Candles)),
            FeedSeries on => new FeedSeries(Part(on.Source), on.Feed),
            FeedCondition on => new FeedCondition(Part(on.Source), on.Feed),
            ComparisonCondition comparison => new ComparisonCondition(comparison.Operator, Part(comparison.Left), Part(comparison.Right)),
            LogicCondition logic => new LogicCondition(logic.IsAnd, Part(logic.Left), Part(logic.Right)),
            NotCondition not => new NotCondition(Part(not.Source)),
            CallSeries call => new CallSeries(call.Function, [.. call.Arguments.Select(Part)]),
            CallCondition call => new CallCondition(call.Function, [.. call.Arguments.Select(Part)]),
            IndicatorSeries indicator => indicator.With([.. indicator.Inputs.Select(Part)], [.. indicator.Arguments.Select(Value)]),
            ModelSeries model when models is not null => model.From(models),
            _ => expression,
        };

        T Part<T>(T part)
            where T : Expression => (T)Bind(part, values, models);
        Argument Value(Argument argument) => argument.Parameter is { } name && values.TryGetValue(name, out double value) ? new Argument(value, name) : argument;
    }

    /// <summary>The parts of an expression that are given by code alone.</summary>
    public static IEnumerable<Expression> GivenByCode(this Expression expression) =>
        expression.Parts.SelectMany(GivenByCode).Concat(expression is IndicatorSeries { IsUnregistered: true } or CodeSeries ? [expression] : []);

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
