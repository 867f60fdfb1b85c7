namespace TradeBot.Strategies;

/// <summary>Evaluates conditions on parameters, which need no candle data.</summary>
internal static class ParameterConstraints
{
    private static readonly Dictionary<string, double> AsWritten = [];
    private static readonly CandleFeed NoFeed = new("", MarketData.Timeframe.OneMinute);

    /// <summary>The faults of a definition's constraints, including violations by its values.</summary>
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
                yield return (place, null, $"{constraint} is violated: {Describe(constraint)}");
        }
    }

    public static string PlaceOf(int index) => FormattableString.Invariant($"constraint {index + 1}");

    /// <summary>Whether other parameter values satisfy a constraint.</summary>
    /// <param name="constraint">A condition on parameters and numbers only.</param>
    /// <param name="values">By name; omitted parameters keep their values.</param>
    public static bool Holds(Condition constraint, IReadOnlyDictionary<string, double> values)
    {
        double[] answer = [double.NaN];
        new ExpressionStream(NoFeed, [constraint.Bind(values, null)]).Update(default, answer);
        return answer[0] == 1;
    }

    /// <summary>The first part that needs candles; null when there is none.</summary>
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
