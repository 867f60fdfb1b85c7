namespace TradeBot.Strategies;

/// <summary>The opposite of a condition; unknown while the condition is unknown.</summary>
public sealed class NotCondition : Condition
{
    internal NotCondition(Condition source) => Source = source;

    /// <summary>What is turned round.</summary>
    public Condition Source { get; }

    internal override Precedence Precedence => Precedence.Not;

    internal override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"not {Inside(Source, Precedence.Not)}";
}
