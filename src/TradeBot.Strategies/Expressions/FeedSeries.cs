namespace TradeBot.Strategies;

/// <summary>A series computed on another feed; between that feed's closes it keeps its value.</summary>
public sealed class FeedSeries : Series
{
    internal FeedSeries(Series source, FeedReference feed) => (Source, Feed) = (source, feed);

    /// <summary>What is computed.</summary>
    public Series Source { get; }

    /// <summary>Where it is computed.</summary>
    public FeedReference Feed { get; }

    internal override Precedence Precedence => Precedence.Postfix;

    internal override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"{Inside(Source, Precedence.Postfix)} on {Feed}";
}
