namespace TradeBot.Strategies;

/// <summary>Two conditions put together by and, or by or.</summary>
public sealed class LogicCondition : Condition
{
    internal LogicCondition(bool isAnd, Condition left, Condition right) => (IsAnd, Left, Right) = (isAnd, left, right);

    /// <summary>True for and, false for or.</summary>
    public bool IsAnd { get; }

    /// <summary>The left side.</summary>
    public Condition Left { get; }

    /// <summary>The right side.</summary>
    public Condition Right { get; }

    internal override Precedence Precedence => IsAnd ? Precedence.And : Precedence.Or;

    internal override IEnumerable<Expression> Parts => [Left, Right];

    private protected override string Write() =>
        $"{Inside(Left, Precedence)} {(IsAnd ? "and" : "or")} {Inside(Right, Precedence + 1)}";
}
