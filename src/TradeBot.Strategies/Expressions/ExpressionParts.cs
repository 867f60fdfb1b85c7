namespace TradeBot.Strategies;

/// <summary>Inspects and rewrites the parts of an expression.</summary>
internal static class ExpressionParts
{
    /// <summary>The models that an expression uses.</summary>
    public static IEnumerable<ModelSeries> Models(this Expression expression) =>
        expression.Parts.SelectMany(Models).Concat(expression is ModelSeries model ? [model] : []);

    /// <summary>The named parameters in an expression.</summary>
    public static IEnumerable<Argument> NamedArguments(this Expression expression) => Arguments(expression).Where(a => a.Parameter is not null);

    /// <summary>Binds parameter values, and models when provided.</summary>
    public static Expression Bind(this Expression expression, IReadOnlyDictionary<string, double> values, IModelSource? models)
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
            where T : Expression => (T)part.Bind(values, models);
        Argument Value(Argument argument) => argument.Parameter is { } name && values.TryGetValue(name, out double value) ? new Argument(value, name) : argument;
    }

    /// <summary>The parts of an expression that exist only in code.</summary>
    public static IEnumerable<Expression> GivenByCode(this Expression expression) =>
        expression.Parts.SelectMany(GivenByCode).Concat(expression is IndicatorSeries { IsUnregistered: true } or CodeSeries ? [expression] : []);

    /// <summary>Every number in an expression, written as such or as a parameter.</summary>
    public static IEnumerable<Argument> Arguments(this Expression expression)
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
