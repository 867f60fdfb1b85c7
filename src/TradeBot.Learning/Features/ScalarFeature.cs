using TradeBot.Indicators;
using TradeBot.MarketData;
using TradeBot.Strategies;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Learning;

/// <summary>One column: an expression of the rule language that others can build on. Its text is its name.</summary>
/// <remarks>
/// <c>f.Atr(14) / f.Close</c> and <c>f.Volume.ZScore(240)</c> are such expressions. Windows count candles: across a gap
/// in the data they reach further back in time. An unknown input gives an unknown result; windows forget an unknown value
/// when it leaves them, recursions (EMA, RSI) never do, except before their input starts.
/// </remarks>
public class ScalarFeature : Feature
{
    private readonly Expression _inner;
    private readonly FeaturePlace _place;

    internal ScalarFeature(Expression inner, FeaturePlace place = default)
    {
        ArgumentNullException.ThrowIfNull(inner);
        (_inner, _place) = (inner, place);
        Expression = place.Of(inner);
        if (ExpressionText.Check(Expression) is string fault)
            throw new ArgumentException(fault, nameof(inner));
    }

    /// <summary>The expression that is computed.</summary>
    public Expression Expression { get; }

    /// <summary>The expression's text: the name of the column.</summary>
    public string Name => Expression.ToString();

    /// <summary>Warm-up: number of candles without a gap up to and including the first value that is not NaN, at most; at least 1.</summary>
    /// <param name="timeframe">The length of the candles.</param>
    public int WarmUpOn(Timeframe timeframe) => ExpressionStream.WarmUpOf(Expression, timeframe);

    /// <summary>False when some part of the feature needs the whole series, so it cannot run live.</summary>
    public bool CanStream => CanRunLive(Expression);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<ScalarFeature> Columns => [this];

    /// <summary>The value a number of candles ago.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Lag(int candles) => Derive(input => input[candles]);

    /// <summary>The change over a number of candles.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Change(int candles) => Derive(input => input.Change(candles));

    /// <summary>The relative change over a number of candles, as a fraction.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Return(int candles) => Derive(input => input.Return(candles));

    /// <summary>z-score: distance from the window's mean in its standard deviations, dividing by n; NaN for a constant window.</summary>
    /// <param name="period">Candles in the window, this one included; at least 2.</param>
    public ScalarFeature ZScore(int period) => Derive(input => Indicator("zscore", period).Of(input));

    /// <summary>The standard deviation of the window, dividing by n.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature StandardDeviation(int period) => Derive(input => Indicator("stddev", period).Of(input));

    /// <summary>The mean of the window.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature Sma(int period) => Derive(input => Indicator("sma", period).Of(input));

    /// <summary>The exponential average.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Ema(int period) => Derive(input => Indicator("ema", period).Of(input));

    /// <summary>Wilder's relative strength index, from 0 to 100.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Rsi(int period) => Derive(input => Indicator("rsi", period).Of(input));

    /// <summary>Rank within the window, including itself, as a fraction: <c>(rank − ½) / n</c>; ties share their average rank.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature Rank(int period) => Derive(input => input.RankShare(period));

    /// <summary>Expanding z-score: distance from the mean of all values of the run so far, in their standard deviations, dividing by n; NaN while they are all equal.</summary>
    /// <remarks>Depends on the start of the run, less and less as it continues: start a live run with the same history.</remarks>
    public ScalarFeature ExpandingZScore() => Derive(input => input.ExpandingZScore());

    /// <summary>Fractional differencing, which makes a series stationary while keeping memory.</summary>
    /// <param name="order">From 0 (the value itself) through 1 (the first difference) to 2.</param>
    /// <param name="width">Number of weights, at least 2.</param>
    public ScalarFeature FractionalDifference(double order, int width) => Derive(input => Indicator("fracdiff", order, width).Of(input));

    /// <summary>An indicator of the catalog applied to this feature.</summary>
    /// <param name="text">Such as <c>HMA(20)</c>.</param>
    /// <param name="output">One of its outputs; null when there is only one.</param>
    /// <exception cref="ArgumentException">The indicator or output does not exist, or it needs whole candles.</exception>
    public ScalarFeature Catalog(string text, string? output = null) => Derive(input => FeatureBuilder.Catalogued(text, output).Of(input));

    /// <summary>−1, 0 or 1.</summary>
    public ScalarFeature Sign() => Derive(Expressions.Sign);

    /// <summary>The natural logarithm; NaN of 0 and of a negative number.</summary>
    public ScalarFeature Log() => Derive(Expressions.Log);

    /// <summary>Absolute value.</summary>
    public ScalarFeature Abs() => Derive(Expressions.Abs);

    /// <summary>Applies your own indicator to this feature.</summary>
    /// <typeparam name="TIndicator">A streaming struct.</typeparam>
    /// <param name="name">Makes the column's name, with every parameter in it, from this feature's name.</param>
    /// <param name="create">Creates a new indicator for each run.</param>
    public ScalarFeature Apply<TIndicator>(Func<string, string> name, Func<TIndicator> create)
        where TIndicator : struct, IIndicator<double, double>
    {
        ArgumentNullException.ThrowIfNull(name);
        return Derive(input => Indicator(name(input.ToString()), create, input));
    }

    /// <summary>The sum.</summary>
    public static ScalarFeature operator +(ScalarFeature left, ScalarFeature right) => Join(left, right, (x, y) => x + y);

    /// <summary>The difference.</summary>
    public static ScalarFeature operator -(ScalarFeature left, ScalarFeature right) => Join(left, right, (x, y) => x - y);

    /// <summary>The product.</summary>
    public static ScalarFeature operator *(ScalarFeature left, ScalarFeature right) => Join(left, right, (x, y) => x * y);

    /// <summary>The quotient; NaN when the divisor is 0.</summary>
    public static ScalarFeature operator /(ScalarFeature left, ScalarFeature right) => Join(left, right, (x, y) => x / y);

    /// <summary>The same number at every candle.</summary>
    public static implicit operator ScalarFeature(double value) => new((Series)value);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Starts a run.</summary>
    /// <exception cref="InvalidOperationException">The feature needs the whole series and there is none.</exception>
    internal FeatureStream Start(CandleFeed feed, CandleSeries? series = null) => new(feed, [this], series);

    private Series Inner => _inner as Series ?? throw new InvalidOperationException($"'{_inner}' is a condition; arithmetic needs a number.");

    /// <summary>A feature derived from this one, on the candles that this one is computed from.</summary>
    private ScalarFeature Derive(Func<Series, Series> make) => new(make(Inner), _place);

    /// <summary>Combines two features; when both are on the same longer candles, or one is a number, the result is computed on those candles.</summary>
    private static ScalarFeature Join(ScalarFeature left, ScalarFeature right, Func<Series, Series, Series> join)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        bool isThere = left._place.Other is null && right._place.Other is null
            && (left._place == right._place || left._inner is ConstantSeries || right._inner is ConstantSeries);
        return isThere
            ? new ScalarFeature(join(left.Inner, right.Inner), left._inner is ConstantSeries ? right._place : left._place)
            : new ScalarFeature(join(left.Placed, right.Placed));
    }

    private Series Placed => Expression as Series ?? Inner;

    private static bool CanRunLive(Expression expression) => expression is not CodeSeries { NeedsCandles: true } && expression.Parts.All(CanRunLive);
}
