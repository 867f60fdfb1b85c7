using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Parses the text of an expression.</summary>
/// <remarks>
/// Unknown names become indicators of that name, so that the check reports them with the other faults.
/// </remarks>
internal sealed class ExpressionParser : TokenReader
{
    private readonly IReadOnlyDictionary<string, double> _parameters;
    private readonly SourcePositions _places;
    private readonly bool _isFeature;

    /// <summary>Series written as <c>1h:x</c>: whatever is built only on them is computed on the longer candles.</summary>
    private readonly HashSet<Expression> _prefixed = new(ReferenceEqualityComparer.Instance);
    private bool _isEarlier;

    private ExpressionParser(string text, IReadOnlyDictionary<string, double> parameters, SourcePositions places, bool isFeature = false)
        : base(text) => (_parameters, _places, _isFeature) = (parameters, places, isFeature);

    private static readonly Dictionary<string, double> NoParameters = [];

    private static readonly Dictionary<string, ComparisonOperator> Comparisons = new()
    {
        [">"] = ComparisonOperator.Above, [">="] = ComparisonOperator.AtLeast, ["<"] = ComparisonOperator.Below, ["<="] = ComparisonOperator.AtMost,
    };

    /// <summary>Parses a condition.</summary>
    /// <exception cref="ExpressionFormatException">The text cannot be parsed.</exception>
    public static Condition Condition(string text, IReadOnlyDictionary<string, double> parameters, SourcePositions places)
    {
        var parser = new ExpressionParser(text, parameters, places);
        int start = parser.Current.Offset;
        return parser.AsCondition(parser.Whole(), start);
    }

    /// <summary>Parses a series.</summary>
    /// <exception cref="ExpressionFormatException">The text cannot be parsed.</exception>
    public static Series Series(string text, IReadOnlyDictionary<string, double> parameters, SourcePositions places)
    {
        var parser = new ExpressionParser(text, parameters, places);
        int start = parser.Current.Offset;
        return AsSeries(parser.Whole(), start);
    }

    /// <summary>Reads features: numbers or conditions at each candle, separated by commas.</summary>
    /// <exception cref="ExpressionFormatException">The text cannot be parsed.</exception>
    public static IReadOnlyList<Expression> Features(string text, SourcePositions places)
    {
        var parser = new ExpressionParser(text, NoParameters, places, isFeature: true);
        List<Expression> features = [];
        do
            features.Add(parser.Or());
        while (parser.TakeSign(","));
        parser.RequireEnd(features, "a comma or the end");
        return features;
    }

    private Expression Whole()
    {
        Expression expression = Or();
        RequireEnd([expression], "the end");
        return expression;
    }

    private void RequireEnd(IReadOnlyList<Expression> read, string expected)
    {
        if (Current.Kind != TokenKind.End)
            throw Unexpected(expected);
        if (_isEarlier)
            _places.Note = $"is legacy syntax for {string.Join(", ", read)}";
    }

    private Expression Or()
    {
        int start = Current.Offset;
        Expression left = And();
        while (TakeWord("or"))
        {
            int at = Current.Offset;
            left = Place(new LogicCondition(false, AsCondition(left, start), AsCondition(And(), at)), start);
        }

        return left;
    }

    private Expression And()
    {
        int start = Current.Offset;
        Expression left = Not();
        while (TakeWord("and"))
        {
            int at = Current.Offset;
            left = Place(new LogicCondition(true, AsCondition(left, start), AsCondition(Not(), at)), start);
        }

        return left;
    }

    private Expression Not()
    {
        int start = Current.Offset;
        if (!TakeWord("not"))
            return Comparison();
        int at = Current.Offset;
        return Place(new NotCondition(AsCondition(Not(), at)), start);
    }

    private Expression Comparison()
    {
        int start = Current.Offset;
        Expression left = Sum();
        if (TakeComparison() is not { } @operator)
            return left;
        int at = Current.Offset;
        return Place(new ComparisonCondition(@operator, AsSeries(left, start), AsSeries(Sum(), at)), start);
    }

    private ComparisonOperator? TakeComparison()
    {
        if (TakeWord("crosses"))
        {
            if (TakeWord("above"))
                return ComparisonOperator.CrossesAbove;
            return TakeWord("below") ? ComparisonOperator.CrossesBelow : ComparisonOperator.Crosses;
        }

        if (Current.Kind != TokenKind.Sign || !Comparisons.TryGetValue(Current.Text, out ComparisonOperator found))
            return null;
        Take();
        return found;
    }

    private Expression Sum()
    {
        int start = Current.Offset;
        Expression left = Product();
        while (Current.Is("+") || Current.Is("-"))
        {
            ArithmeticOperator @operator = Take().Text == "+" ? ArithmeticOperator.Add : ArithmeticOperator.Subtract;
            left = Arithmetic(@operator, left, start, Product);
        }

        return left;
    }

    private Expression Product()
    {
        int start = Current.Offset;
        Expression left = Signed();
        while (Current.Is("*") || Current.Is("/"))
        {
            ArithmeticOperator @operator = Take().Text == "*" ? ArithmeticOperator.Multiply : ArithmeticOperator.Divide;
            left = Arithmetic(@operator, left, start, Signed);
        }

        return left;
    }

    private Expression Arithmetic(ArithmeticOperator @operator, Expression left, int start, Func<Expression> right)
    {
        int at = Current.Offset;
        return Join(@operator, AsSeries(left, start), AsSeries(right(), at), start);
    }

    /// <summary>Combines two series: on the longer candles when both, or one of them and a number, were written as <c>1h:x</c>.</summary>
    private Expression Join(ArithmeticOperator @operator, Series left, Series right, int start)
    {
        FeedSeries? a = _prefixed.Contains(left) ? (FeedSeries)left : null, b = _prefixed.Contains(right) ? (FeedSeries)right : null;
        FeedReference? feed = a is not null && (b is null ? right is ConstantSeries : a.Feed == b.Feed) ? a.Feed : b is not null && left is ConstantSeries ? b.Feed : null;
        return feed is null
            ? Place(new ArithmeticSeries(@operator, left, right), start)
            : Prefixed(Place(new ArithmeticSeries(@operator, a?.Source ?? left, b?.Source ?? right), start), feed.Value, start);
    }

    private Expression Prefixed(Expression source, FeedReference feed, int start)
    {
        var series = new FeedSeries((Series)source, feed);
        _prefixed.Add(series);
        _isEarlier = true;
        return Place(series, start);
    }

    private Expression Signed()
    {
        int start = Current.Offset;
        if (!TakeSign("-"))
            return Postfix();
        if (Current.Kind == TokenKind.Number)
            return Place(new ConstantSeries(-Take().Number), start);
        int at = Current.Offset;
        return Join(ArithmeticOperator.Multiply, new ConstantSeries(-1), AsSeries(Signed(), at), start);
    }

    private Expression Postfix()
    {
        int start = Current.Offset;
        Expression value = Primary();
        while (true)
        {
            if (TakeSign("["))
                value = Place(new ShiftSeries(AsSeries(value, start), TakeArgument("how many candles ago", "]")), start);
            else if (TakeWord("on"))
                value = Place(OnFeed(value, TakeFeed()), start);
            else
                return value;
        }
    }

    private static Expression OnFeed(Expression value, FeedReference feed) =>
        value is Condition condition ? new FeedCondition(condition, feed) : new FeedSeries((Series)value, feed);

    private FeedReference TakeFeed()
    {
        Token token = Take();
        if (token.Kind == TokenKind.Word && Timeframe.TryParse(token.Text, out Timeframe own))
            return new FeedReference(null, own);
        bool isSymbol = token.Kind == TokenKind.Quoted || (token.Kind == TokenKind.Word && !ExpressionLexer.IsKeyword(token.Text));
        if (!isSymbol)
            throw new ExpressionFormatException(token.Offset, $"expected {FeedSyntax.Accepted}, got {token}");
        if (token.Kind == TokenKind.Word && FeedSyntax.LooksLikeTimeframe(token.Text))
            throw NoTimeframe(token, "; a symbol of that name is written in quotes");
        if (Current.Kind != TokenKind.Word || ExpressionLexer.IsKeyword(Current.Text))
            return new FeedReference(token.Text, null);

        Token length = Take();
        return Timeframe.TryParse(length.Text, out Timeframe timeframe)
            ? new FeedReference(token.Text, timeframe)
            : throw NoTimeframe(length, "");
    }

    private static ExpressionFormatException NoTimeframe(Token token, string advice) =>
        new(token.Offset, $"'{token.Text}' is neither a timeframe nor a symbol; accepted is {FeedSyntax.Accepted}{advice}");

    private Expression Primary()
    {
        Token token = Take();
        if (token.Is("("))
        {
            Expression inside = Or();
            Require(")");
            return inside;
        }

        if (token.Kind == TokenKind.Number)
            return Place(new ConstantSeries(token.Number), token.Offset);
        if (token.Kind == TokenKind.Word && TakeSign(":"))
            return Prefix(token);
        if (token.Kind == TokenKind.Word && !ExpressionLexer.IsKeyword(token.Text))
            return Place(Named(token), token.Offset);
        throw new ExpressionFormatException(token.Offset, $"expected a value, got {token}");
    }

    /// <summary>The expression after a timeframe and a colon.</summary>
    private Expression Prefix(Token token)
    {
        if (!Timeframe.TryParse(token.Text, out Timeframe timeframe))
            throw new ExpressionFormatException(token.Offset, $"'{token.Text}' is not a timeframe; accepted is {Timeframe.Accepted}");
        int at = Current.Offset;
        return Prefixed(AsSeries(Sum(), at), new FeedReference(null, timeframe), token.Offset);
    }

    private Expression Named(Token name)
    {
        string word = name.Text;
        bool isCall = Current.Is("(");
        if (!isCall && _parameters.TryGetValue(word, out double value))
            return new ConstantSeries(new Argument(value, word));
        if (!isCall && Keywords.SeriesOf(word) is { } series)
            return series;

        if (isCall && word == Keywords.Model)
            return Model();

        Function? function = FunctionTable.Find(word);
        List<(Expression Value, int Offset)> arguments = isCall ? TakeArguments(function) : [];
        if (arguments is not [(FeedSeries prefixed, int at), ..] || !_prefixed.Contains(prefixed))
            return Call(name, function, arguments);

        arguments[0] = (prefixed.Source, at);
        Expression inside = Call(name, function, arguments);
        return inside is Series ? Prefixed(Place(inside, name.Offset), prefixed.Feed, name.Offset) : new FeedCondition((Condition)inside, prefixed.Feed);
    }

    private ModelSeries Model()
    {
        Require("(");
        string model = Current.Kind == TokenKind.Quoted ? Take().Text : throw Unexpected("the name of a model in quotes");
        Require(")");
        Require(".");
        Token output = TakeName("probability, prediction or score");
        string[] outputs = [.. Enum.GetNames<ModelOutput>().Select(o => o.ToLowerInvariant())];
        return Array.IndexOf(outputs, output.Text) is >= 0 and var index
            ? new ModelSeries(model, (ModelOutput)index)
            : throw new ExpressionFormatException(output.Offset, $"a model has no output '{output.Text}'; the nearest is '{NearestName.Of(output.Text, outputs)}'");
    }

    private Expression Call(Token name, Function? function, List<(Expression Value, int Offset)> arguments)
    {
        Expression[] values = [.. arguments.Select(a => a.Value)];
        if (LegacySyntax.Call(name.Text, values, _isFeature) is not { } earlier)
            return function is null ? Indicator(name.Text, arguments) : function.Call(values);
        _isEarlier = true;
        return earlier;
    }

    private IndicatorSeries Indicator(string name, List<(Expression Value, int Offset)> arguments)
    {
        Series[] inputs = [.. arguments.TakeWhile(a => a.Value is not ConstantSeries).Select(a => AsSeries(a.Value, a.Offset))];
        Argument[] numbers = [.. arguments.Skip(inputs.Length).Select(a => a.Value is ConstantSeries constant
            ? constant.Value
            : throw new ExpressionFormatException(a.Offset, $"expected a number for a parameter of {name}, got '{a.Value}'"))];
        string? output = TakeSign(".") ? TakeName("an output").Text : null;
        return new IndicatorSeries(name, inputs, numbers, output);
    }

    private List<(Expression Value, int Offset)> TakeArguments(Function? function)
    {
        List<(Expression, int)> arguments = [];
        TakeList(() =>
        {
            int offset = Current.Offset;
            arguments.Add((function?.ParameterAt(arguments.Count)?.Kind switch
            {
                ParameterKind.Time => TakeWordArgument("a time of day, such as 09:30"),
                ParameterKind.Weekday => TakeWordArgument("a day of the week, such as monday"),
                _ => Or(),
            }, offset));
        });
        return arguments;
    }

    private void TakeList(Action take)
    {
        Require("(");
        if (TakeSign(")"))
            return;
        do
            take();
        while (TakeSign(","));
        Require(")");
    }

    private Expression TakeWordArgument(string expected)
    {
        Token token = TakeName(expected);
        return Place(new WordExpression(token.Text), token.Offset);
    }

    private Argument TakeArgument(string what, string closing)
    {
        int offset = Current.Offset;
        Expression value = Signed();
        Require(closing);
        return value is ConstantSeries constant ? constant.Value : throw new ExpressionFormatException(offset, $"expected {what}, as a number");
    }

    private Expression Place(Expression expression, int offset)
    {
        _places.Add(expression, offset);
        return expression;
    }

    private static Series AsSeries(Expression expression, int offset) => expression as Series
        ?? throw new ExpressionFormatException(offset, $"expected a number at each candle, got the condition '{expression}'");

    private Condition AsCondition(Expression expression, int offset)
    {
        if (expression is Condition condition)
            return condition;
        if (expression is IndicatorSeries { Definition: null } unknown)
            return (Condition)Place(unknown > 0, offset); // the expected kind is reported with its unknown name
        throw new ExpressionFormatException(offset, $"expected a condition, such as close > open, got the number '{expression}'");
    }
}
