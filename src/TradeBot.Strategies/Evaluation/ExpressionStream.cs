using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Expressions at work on one feed: closed candles in, a row of values out.</summary>
/// <remarks>Conditions are 1 where true, 0 where false and NaN where unknown. What is written the same is computed once.</remarks>
public sealed class ExpressionStream
{
    private readonly SessionFeeds _feeds;
    private readonly Node[] _nodes;

    /// <param name="feed">The candles to come.</param>
    /// <param name="expressions">Without faults, reading no other symbol and no shorter timeframe.</param>
    /// <param name="candles">All candles of the run when they are known beforehand, for series that need them; null in a live run.</param>
    /// <exception cref="ArgumentException">One reads a feed that cannot be made of this one.</exception>
    public ExpressionStream(CandleFeed feed, IReadOnlyList<Expression> expressions, CandleSeries? candles = null)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        _feeds = new SessionFeeds([feed], candles);
        FeedState own = _feeds.Get(feed);

        // What is written the same means the same only where its parameters have the same values.
        Dictionary<string, ExpressionCompiler> compilers = [];
        _nodes = new Node[expressions.Count];
        for (int i = 0; i < _nodes.Length; i++)
        {
            string values = ParametersOf(expressions[i]);
            if (!compilers.TryGetValue(values, out ExpressionCompiler? compiler))
                compilers[values] = compiler = new ExpressionCompiler(_feeds);
            _nodes[i] = compiler.Compile(expressions[i], own);
        }

        _feeds.Seal();
    }

    /// <summary>How many values a row has.</summary>
    public int Count => _nodes.Length;

    /// <summary>How many candles without a gap are seen at most up to the first value, counting the one that gives it; at least 1.</summary>
    /// <param name="expression">Where it waits for something in the market, as <c>value_when</c> does, that is not counted.</param>
    /// <param name="timeframe">The length of the candles.</param>
    public static int WarmUpOf(Expression expression, Timeframe timeframe)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return ExpressionWarmUp.Of(expression, timeframe);
    }

    /// <summary>What distinguishes an expression from others: its text, and the values of the parameters in it.</summary>
    public static string KeyOf(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        string values = ParametersOf(expression);
        return values.Length == 0 ? expression.ToString() : $"{expression} where {values}";
    }

    /// <summary>Takes the next closed candle.</summary>
    /// <param name="candle">Opened after the one before.</param>
    /// <param name="values">Receives the value of the first expression at <paramref name="first"/>, and those of the others after it.</param>
    /// <param name="first">Where the first value goes.</param>
    /// <param name="stride">From one value to the next.</param>
    public void Update(in Candle candle, Span<double> values, int first = 0, int stride = 1)
    {
        _feeds.OnCandle(0, candle);
        _feeds.StepMixed();
        _feeds.EndMoment();
        foreach (Node node in _nodes)
        {
            values[first] = node.Value;
            first += stride;
        }
    }

    private static string ParametersOf(Expression expression) =>
        string.Join(", ", expression.NamedArguments().Distinct().OrderBy(a => a.Parameter, StringComparer.Ordinal).Select(a => FormattableString.Invariant($"{a.Parameter}={a.Value:R}")));
}
