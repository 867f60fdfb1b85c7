namespace TradeBot.Strategies;

/// <summary>A comparison of two series; unknown while a needed value is unknown.</summary>
public sealed class ComparisonCondition : Condition
{
    internal ComparisonCondition(ComparisonOperator @operator, Series left, Series right) =>
        (Operator, Left, Right) = (@operator, left, right);

    /// <summary>The operator.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The left side.</summary>
    public Series Left { get; }

    /// <summary>The right side.</summary>
    public Series Right { get; }

    internal override Precedence Precedence => Precedence.Comparison;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Left, Right];

    private protected override string Write()
    {
        string sign = Operator switch
        {
            ComparisonOperator.Above => ">",
            ComparisonOperator.AtLeast => ">=",
            ComparisonOperator.Below => "<",
            ComparisonOperator.AtMost => "<=",
            ComparisonOperator.CrossesAbove => "crosses above",
            ComparisonOperator.CrossesBelow => "crosses below",
            _ => "crosses",
        };
        return $"{Inside(Left, Precedence.Sum)} {sign} {Inside(Right, Precedence.Sum)}";
    }
}

/// <summary>Comparison operators.</summary>
public enum ComparisonOperator
{
    /// <summary>Left is greater.</summary>
    Above,

    /// <summary>Left is greater or equal.</summary>
    AtLeast,

    /// <summary>Left is less.</summary>
    Below,

    /// <summary>Left is less or equal.</summary>
    AtMost,

    /// <summary>Left is greater now and was not one candle ago.</summary>
    CrossesAbove,

    /// <summary>Left is less now and was not one candle ago.</summary>
    CrossesBelow,

    /// <summary>Left crosses right in either direction.</summary>
    Crosses,
}
