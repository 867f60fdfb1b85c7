using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Evaluates expressions on one feed: closed candles in, a row of values out.</summary>
/// <remarks>Conditions are 1 where true, 0 where false and NaN where unknown. Equal expressions are computed once.</remarks>
public sealed class ExpressionStream
{
    private readonly SessionFeeds _feeds;
    private readonly Node[] _nodes;

    /// <param name="feed">The feed of the run.</param>
    /// <param name="expressions">Without faults, reading no other symbol and no shorter timeframe.</param>
    /// <param name="candles">All candles of the run when known in advance, for series that need them; null in a live run.</param>
    /// <exception cref="ArgumentException">One reads a feed that cannot be resampled from this one.</exception>
    public ExpressionStream(CandleFeed feed, IReadOnlyList<Expression> expressions, CandleSeries? candles = null)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        _feeds = new SessionFeeds([feed], candles);
        FeedState own = _feeds.Get(feed);

        // Equal text means the same only with equal parameter values.
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

    /// <summary>Number of values per row.</summary>
    public int Count => _nodes.Length;

    /// <summary>Warm-up: number of candles without a gap up to and including the first value, at most; at least 1.</summary>
    /// <param name="expression">Waiting for a market event, as <c>value_when</c> does, is not counted.</param>
    /// <param name="timeframe">The timeframe.</param>
    public static int WarmUpOf(Expression expression, Timeframe timeframe)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return ExpressionWarmUp.Of(expression, timeframe);
    }

    /// <summary>The identity of an expression: its text and its parameter values.</summary>
    public static string KeyOf(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        string values = ParametersOf(expression);
        return values.Length == 0 ? expression.ToString() : $"{expression} where {values}";
    }

    /// <summary>Takes the next closed candle.</summary>
    /// <param name="candle">Must open after the previous one.</param>
    /// <param name="values">Receives the values, from index <paramref name="first"/>.</param>
    /// <param name="first">Index of the first value.</param>
    /// <param name="stride">Distance between values.</param>
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
