using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Another feed than the rule's own: another symbol, another timeframe, or both.</summary>
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

    /// <summary>The feed that is meant, seen from another.</summary>
    internal CandleFeed From(CandleFeed feed) => new(Symbol ?? feed.Symbol, Timeframe ?? feed.Timeframe);

    /// <summary>A symbol as it stands in a text: in quotes unless it is a plain name that nothing else can be.</summary>
    private static string Quote(string symbol) => ExpressionLexer.IsPlainSymbol(symbol) ? symbol : $"\"{symbol}\"";
}

/// <summary>A series computed on another feed; between that feed's closes it keeps its value.</summary>
public sealed class FeedSeries : Series
{
    internal FeedSeries(Series source, FeedReference feed) => (Source, Feed) = (source, feed);

    /// <summary>What is computed.</summary>
    public Series Source { get; }

    /// <summary>Where it is computed.</summary>
    public FeedReference Feed { get; }

    internal override Precedence Precedence => Precedence.Postfix;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"{Inside(Source, Precedence.Postfix)} on {Feed}";
}

/// <summary>A condition judged on another feed; between that feed's closes it keeps its answer.</summary>
public sealed class FeedCondition : Condition
{
    internal FeedCondition(Condition source, FeedReference feed) => (Source, Feed) = (source, feed);

    /// <summary>What is judged.</summary>
    public Condition Source { get; }

    /// <summary>Where it is judged.</summary>
    public FeedReference Feed { get; }

    internal override Precedence Precedence => Precedence.Postfix;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"{Inside(Source, Precedence.Postfix)} on {Feed}";
}
