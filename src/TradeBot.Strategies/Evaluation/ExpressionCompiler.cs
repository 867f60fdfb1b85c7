using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>Compiles expressions to nodes; equal expressions on the same feed share one node.</summary>
/// <remarks>
/// An expression steps with the candles of its feed. When it reads only that feed, it steps
/// as the candle arrives; when it also reads others, it steps at the decision, after all candles of that time, with
/// their last known values.
/// </remarks>
internal sealed class ExpressionCompiler(SessionFeeds feeds)
{
    private readonly Dictionary<(string Text, FeedState Clock), Compiled> _known = [];

    /// <summary>A compiled value and the feed that it reads: null for none or several.</summary>
    private readonly record struct Compiled(Node Node, FeedState? Reads, bool ReadsSeveral);

    /// <summary>The node of an expression.</summary>
    /// <param name="expression">Without faults.</param>
    /// <param name="feed">The feed on which it is evaluated.</param>
    public Node Compile(Expression expression, FeedState feed) => Get(expression, feed).Node;

    private Compiled Get(Expression expression, FeedState feed)
    {
        (string, FeedState) key = (expression.ToString(), feed);
        if (!_known.TryGetValue(key, out Compiled compiled))
            _known[key] = compiled = Make(expression, feed);
        return compiled;
    }

    private Compiled Make(Expression expression, FeedState feed) => expression switch
    {
        ConstantSeries constant => new Compiled(new ConstantNode(constant.Value.Value), null, false),
        PriceSeries price => Add(new PriceNode(feed, price.Field), feed, reads: feed, several: false),
        CalendarSeries calendar => Add(new CalendarNode(feed, calendar.Of), feed, reads: feed, several: false),
        CodeSeries code => Add(new CodeNode(feed, code), feed, reads: feed, several: false),
        ModelSeries model => Add(new ModelNode(feed, model), feed, reads: feed, several: false),
        FeedSeries on => Get(on.Source, feeds.Get(on.Feed.From(feed.Feed))),
        FeedCondition on => Get(on.Source, feeds.Get(on.Feed.From(feed.Feed))),
        IndicatorSeries indicator => Output(indicator, feed),
        CallSeries call => Call(call.Function, call.Arguments, feed),
        CallCondition call => Call(call.Function, call.Arguments, feed),
        _ => Combine(expression, feed),
    };

    private Compiled Combine(Expression expression, FeedState feed)
    {
        Compiled[] parts = [.. expression.Parts.Select(p => Get(p, feed))];
        Node first = parts[0].Node, second = parts[^1].Node;
        return Add(
            expression switch
            {
                ArithmeticSeries arithmetic => new ArithmeticNode(arithmetic.Operator, first, second),
                ShiftSeries shift => new ShiftNode(first, (int)shift.Candles.Value),
                ComparisonCondition comparison => Comparison(comparison.Operator, first, second),
                LogicCondition logic => new LogicNode(logic.IsAnd, first, second),
                NotCondition => new NotNode(first),
                _ => throw new NotSupportedException($"'{expression}' cannot be computed."),
            },
            feed,
            parts);
    }

    private static Node Comparison(ComparisonOperator @operator, Node left, Node right) => @operator switch
    {
        ComparisonOperator.Above => new ComparisonNode(left, right, orEqual: false),
        ComparisonOperator.AtLeast => new ComparisonNode(left, right, orEqual: true),
        ComparisonOperator.Below => new ComparisonNode(right, left, orEqual: false),
        ComparisonOperator.AtMost => new ComparisonNode(right, left, orEqual: true),
        ComparisonOperator.CrossesAbove => new CrossNode(left, right, either: false),
        ComparisonOperator.CrossesBelow => new CrossNode(right, left, either: false),
        _ => new CrossNode(left, right, either: true),
    };

    private Compiled Call(Function function, IReadOnlyList<Expression> arguments, FeedState feed)
    {
        var checkedArguments = new FunctionArguments(arguments);
        if (function.Expansion is { } expansion)
            return Get(expansion(checkedArguments), feed);

        Compiled[] parts = [.. arguments.Where(a => a is not WordExpression).Select(a => Get(a, feed))];
        var operands = new FunctionOperands(checkedArguments, e => Get(e, feed).Node, feed);
        return Add(((KernelFunction)function).Kernel(operands), feed, parts);
    }

    private Compiled Output(IndicatorSeries series, FeedState feed)
    {
        IndicatorDefinition definition = series.Definition!;
        Indicator indicator = definition.With([.. series.Arguments.Select(a => a.Value)]);
        (string, FeedState) key = ($"{indicator} of {string.Join(", ", series.Inputs)}", feed);
        if (!_known.TryGetValue(key, out Compiled whole))
            _known[key] = whole = Stream(indicator, series.Inputs, feed);

        int index = series.OutputIndex;
        return index == 0 ? whole : Add(new OutputNode(((IndicatorNode)whole.Node).Outputs, index), feed, [whole]);
    }

    private Compiled Stream(Indicator indicator, IReadOnlyList<Series> inputs, FeedState feed)
    {
        Compiled[] parts = [.. inputs.Select(i => Get(i, feed))];
        return inputs.Count switch
        {
            0 => Add(new CandleIndicatorNode(indicator, feed), feed, reads: feed, several: false),
            1 => Add(new ValueIndicatorNode(indicator, parts[0].Node), feed, parts),
            _ => Add(new PairIndicatorNode(indicator, parts[0].Node, parts[1].Node), feed, parts),
        };
    }

    private Compiled Add(Node node, FeedState clock, Compiled[] parts)
    {
        FeedState[] read = [.. parts.Select(p => p.Reads).OfType<FeedState>().Append(clock).Distinct()];
        bool several = read.Length > 1 || parts.Any(p => p.ReadsSeveral);
        return Add(node, clock, clock, several);
    }

    private Compiled Add(Node node, FeedState clock, FeedState reads, bool several)
    {
        feeds.Add(node, clock, several);
        return new Compiled(node, reads, several);
    }
}
