namespace TradeBot.Strategies;

/// <summary>Judges conditions on parameters, which need no candles.</summary>
internal static class ParameterConstraints
{
    private static readonly Dictionary<string, double> AsWritten = [];

    /// <summary>What is wrong with the constraints of a definition, its values included.</summary>
    public static IEnumerable<(string Place, Expression? Part, string Message)> Faults(StrategyDefinition definition)
    {
        for (int i = 0; i < definition.Constraints.Count; i++)
        {
            Condition constraint = definition.Constraints[i];
            string place = PlaceOf(i);
            (Expression Part, string Message)[] faults = [.. ExpressionCheck.Faults(constraint, definition.Parameters.Select(p => p.Key))];
            foreach ((Expression part, string message) in faults)
                yield return (place, part, message);
            if (faults.Length > 0)
                continue;

            if (Foreign(constraint) is { } foreign)
                yield return (place, foreign, $"a constraint compares parameters and numbers, such as fast < slow; '{foreign}' is neither");
            else if (!Holds(constraint, AsWritten))
                yield return (place, null, $"{constraint} is not met: {Describe(constraint)}");
        }
    }

    public static string PlaceOf(int index) => FormattableString.Invariant($"constraint {index + 1}");

    /// <summary>Whether a constraint holds with other values for the parameters.</summary>
    /// <param name="constraint">Of parameters and numbers alone.</param>
    /// <param name="values">By name; a parameter that is not given has the value that it is written with.</param>
    public static bool Holds(Condition constraint, IReadOnlyDictionary<string, double> values) => constraint switch
    {
        LogicCondition logic => logic.IsAnd
            ? Holds(logic.Left, values) && Holds(logic.Right, values)
            : Holds(logic.Left, values) || Holds(logic.Right, values),
        NotCondition not => !Holds(not.Source, values),
        ComparisonCondition comparison => Compare(comparison.Operator, Value(comparison.Left, values), Value(comparison.Right, values)),
        _ => throw new NotSupportedException($"'{constraint}' is no constraint."),
    };

    private static bool Compare(ComparisonOperator @operator, double left, double right) => @operator switch
    {
        ComparisonOperator.Above => left > right,
        ComparisonOperator.AtLeast => left >= right,
        ComparisonOperator.Below => left < right,
        _ => left <= right,
    };

    private static double Value(Series series, IReadOnlyDictionary<string, double> values) => series switch
    {
        ConstantSeries { Value: { Parameter: { } name } argument } => values.GetValueOrDefault(name, argument.Value),
        ConstantSeries constant => constant.Value.Value,
        ArithmeticSeries { Operator: ArithmeticOperator.Add } sum => Value(sum.Left, values) + Value(sum.Right, values),
        ArithmeticSeries { Operator: ArithmeticOperator.Subtract } difference => Value(difference.Left, values) - Value(difference.Right, values),
        ArithmeticSeries { Operator: ArithmeticOperator.Multiply } product => Value(product.Left, values) * Value(product.Right, values),
        ArithmeticSeries quotient => Value(quotient.Left, values) / Value(quotient.Right, values),
        _ => throw new NotSupportedException($"'{series}' is no number."),
    };

    /// <summary>The first part that needs candles; null when none does.</summary>
    private static Expression? Foreign(Expression expression) => expression switch
    {
        ConstantSeries => null,
        ComparisonCondition { Operator: ComparisonOperator.CrossesAbove or ComparisonOperator.CrossesBelow or ComparisonOperator.Crosses } => expression,
        ArithmeticSeries or ComparisonCondition or LogicCondition or NotCondition => expression.Parts.Select(Foreign).FirstOrDefault(p => p is not null),
        _ => expression,
    };

    private static string Describe(Condition constraint) => string.Join(", ", constraint.NamedArguments()
        .DistinctBy(a => a.Parameter).Select(a => FormattableString.Invariant($"{a.Parameter} is {a.Value:R}")));
}
