namespace TradeBot.Strategies;

/// <summary>Arithmetic on two series, candle by candle.</summary>
public sealed class ArithmeticSeries : Series
{
    internal ArithmeticSeries(ArithmeticOperator @operator, Series left, Series right) =>
        (Operator, Left, Right) = (@operator, left, right);

    /// <summary>The operation.</summary>
    public ArithmeticOperator Operator { get; }

    /// <summary>The left side.</summary>
    public Series Left { get; }

    /// <summary>The right side.</summary>
    public Series Right { get; }

    internal override Precedence Precedence =>
        Operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract ? Precedence.Sum : Precedence.Product;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Left, Right];

    private protected override string Write()
    {
        string sign = Operator switch
        {
            ArithmeticOperator.Add => "+",
            ArithmeticOperator.Subtract => "-",
            ArithmeticOperator.Multiply => "*",
            _ => "/",
        };
        return $"{Inside(Left, Precedence)} {sign} {Inside(Right, Precedence + 1)}";
    }
}

/// <summary>The arithmetic operators.</summary>
public enum ArithmeticOperator
{
    /// <summary>Sum.</summary>
    Add,

    /// <summary>Difference.</summary>
    Subtract,

    /// <summary>Product.</summary>
    Multiply,

    /// <summary>Quotient; division by 0 is unknown.</summary>
    Divide,
}
