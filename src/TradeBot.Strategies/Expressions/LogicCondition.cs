namespace TradeBot.Strategies;

/// <summary>Two conditions combined by and, or by or.</summary>
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

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Left, Right];

    private protected override string Write() =>
        $"{Inside(Left, Precedence)} {(IsAnd ? "and" : "or")} {Inside(Right, Precedence + 1)}";
}

/// <summary>The negation of a condition; unknown while the condition is unknown.</summary>
public sealed class NotCondition : Condition
{
    internal NotCondition(Condition source) => Source = source;

    /// <summary>The negated condition.</summary>
    public Condition Source { get; }

    internal override Precedence Precedence => Precedence.Not;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"not {Inside(Source, Precedence.Not)}";
}
