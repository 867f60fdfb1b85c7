namespace TradeBot.Strategies;

/// <summary>A condition judged on another feed; between that feed's closes it keeps its answer.</summary>
public sealed class FeedCondition : Condition
{
    internal FeedCondition(Condition source, FeedReference feed) => (Source, Feed) = (source, feed);

    /// <summary>What is judged.</summary>
    public Condition Source { get; }

    /// <summary>Where it is judged.</summary>
    public FeedReference Feed { get; }

    internal override Precedence Precedence => Precedence.Postfix;

    internal override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"{Inside(Source, Precedence.Postfix)} on {Feed}";
}
