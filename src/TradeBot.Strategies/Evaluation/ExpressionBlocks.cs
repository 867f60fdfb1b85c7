using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Many expressions computed over one series, block by block: the values that sessions would decide on.</summary>
/// <remarks>Conditions are 1 where true, 0 where false and NaN where unknown.</remarks>
public sealed class ExpressionBlocks
{
    private readonly CandleSeries _candles;
    private readonly SessionFeeds _feeds;
    private readonly Node[] _nodes;

    /// <param name="candles">The series.</param>
    /// <param name="expressions">Without faults, reading no other symbol and no shorter timeframe.</param>
    /// <exception cref="ArgumentException">One reads a feed that cannot be made of the series.</exception>
    public ExpressionBlocks(CandleSeries candles, IReadOnlyList<Expression> expressions)
    {
        ArgumentNullException.ThrowIfNull(candles);
        ArgumentNullException.ThrowIfNull(expressions);
        _candles = candles;
        var feed = new CandleFeed(candles.Symbol, candles.Timeframe);
        _feeds = new SessionFeeds([feed]);
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

    /// <summary>What distinguishes an expression from others: its text, and the values of the parameters in it.</summary>
    public static string KeyOf(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        string values = ParametersOf(expression);
        return values.Length == 0 ? expression.ToString() : $"{expression} where {values}";
    }

    /// <summary>Computes the next candles, in order.</summary>
    /// <param name="begin">Position of the first; follows the last of the call before.</param>
    /// <param name="count">How many.</param>
    /// <param name="values">All expressions, one after another.</param>
    /// <param name="first">Where in <paramref name="values"/> the first value of the first expression goes.</param>
    /// <param name="stride">From one expression's first value to the next one's.</param>
    public void Fill(int begin, int count, double[] values, int first, int stride)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (int i = 0; i < count; i++)
        {
            _feeds.OnCandle(0, _candles[begin + i]);
            _feeds.StepMixed();
            _feeds.EndMoment();
            int at = first + i;
            foreach (Node node in _nodes)
            {
                values[at] = node.Value;
                at += stride;
            }
        }
    }

    private static string ParametersOf(Expression expression) =>
        string.Join(", ", expression.NamedArguments().Distinct().OrderBy(a => a.Parameter, StringComparer.Ordinal).Select(a => FormattableString.Invariant($"{a.Parameter}={a.Value:R}")));
}
