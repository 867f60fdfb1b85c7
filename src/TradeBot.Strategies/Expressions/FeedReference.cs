using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A reference to another feed: another symbol, another timeframe, or both.</summary>
/// <param name="Symbol">The exchange's name of the instrument; null for the rule's own.</param>
/// <param name="Timeframe">The length of the candles; null for the rule's own.</param>
public readonly record struct FeedReference(string? Symbol, Timeframe? Timeframe)
{
    /// <summary>Such as <c>ETHUSDT 1h</c>, <c>ETHUSDT</c> or <c>1h</c>.</summary>
    public override string ToString() => (Symbol, Timeframe) switch
    {
        (null, { } timeframe) => timeframe.ToString(),
        ({ } symbol, null) => Quote(symbol),
        ({ } symbol, { } timeframe) => $"{Quote(symbol)} {timeframe}",
        _ => "own feed",
    };

    /// <summary>Resolves the feed, relative to another.</summary>
    internal CandleFeed From(CandleFeed feed) => new(Symbol ?? feed.Symbol, Timeframe ?? feed.Timeframe);

    /// <summary>A symbol in expression text: quoted unless it is unambiguous without quotes.</summary>
    private static string Quote(string symbol) => ExpressionLexer.IsPlainSymbol(symbol) ? symbol : $"\"{symbol}\"";
}

/// <summary>A series on another feed; it keeps its value between that feed's closes.</summary>
public sealed class FeedSeries : Series
{
    internal FeedSeries(Series source, FeedReference feed) => (Source, Feed) = (source, feed);

    /// <summary>The series.</summary>
    public Series Source { get; }

    /// <summary>The feed that it is computed on.</summary>
    public FeedReference Feed { get; }

    internal override Precedence Precedence => Precedence.Postfix;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"{Inside(Source, Precedence.Postfix)} on {Feed}";
}

/// <summary>A condition on another feed; it keeps its value between that feed's closes.</summary>
public sealed class FeedCondition : Condition
{
    internal FeedCondition(Condition source, FeedReference feed) => (Source, Feed) = (source, feed);

    /// <summary>The condition.</summary>
    public Condition Source { get; }

    /// <summary>The feed that it is evaluated on.</summary>
    public FeedReference Feed { get; }

    internal override Precedence Precedence => Precedence.Postfix;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"{Inside(Source, Precedence.Postfix)} on {Feed}";
}
