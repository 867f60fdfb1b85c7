using TradeBot.Indicators;
using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>One column: an expression over candles, which others build on.</summary>
/// <remarks>
/// <c>f.Atr(14) / f.Close</c> and <c>f.Volume.ZScore(240)</c> are such expressions. Windows count candles: across a gap
/// in the data they reach further back in time. Where an input is unknown the result is; windows forget an unknown value
/// when it leaves them, recursions (EMA, RSI) never do, except while their input has not yet begun.
/// </remarks>
public abstract class ScalarFeature : Feature
{
    /// <summary>What the feature computes, in short: the name of its column.</summary>
    public abstract string Name { get; }

    /// <summary>How many candles without a gap are seen at most up to the first value that is not NaN, counting the one that gives it; at least 1.</summary>
    /// <param name="timeframe">The length of the candles.</param>
    public abstract int WarmUpOn(Timeframe timeframe);

    /// <summary>False when some part of the feature needs the whole series, so that it cannot run live.</summary>
    public virtual bool CanStream => true;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<ScalarFeature> Columns => [this];

    /// <summary>Begins a run.</summary>
    /// <exception cref="InvalidOperationException">The feature needs the whole series and the source has none.</exception>
    public abstract FeatureState Start(FeatureSource source);

    /// <summary>The value so many candles before.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Lag(int candles) =>
        Derive(input => new WindowFeature($"lag({input.Name},{candles})", input, candles, (_, oldest) => oldest));

    /// <summary>The value minus the value so many candles before.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Change(int candles) =>
        Derive(input => new WindowFeature($"change({input.Name},{candles})", input, candles, (value, oldest) => value - oldest));

    /// <summary>The relative change over so many candles, as a fraction.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Return(int candles) => Derive(input => new WindowFeature(
        input is CandleFeature { Name: "close" } ? $"return({candles})" : $"return({input.Name},{candles})",
        input, candles, (value, oldest) => value / oldest - 1));

    /// <summary>The distance from the mean of the window in standard deviations of the window, dividing by n; NaN in a window that does not vary.</summary>
    /// <param name="period">Candles in the window, this one included; at least 2.</param>
    public ScalarFeature ZScore(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        return Apply(name => $"zscore({name},{period})", () => new ZScore(period));
    }

    /// <summary>The standard deviation of the window, dividing by n.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature StandardDeviation(int period) => Apply(name => $"stddev({name},{period})", () => new StandardDeviation(period));

    /// <summary>The mean of the window.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature Sma(int period) => Apply(name => $"sma({name},{period})", () => new Sma(period));

    /// <summary>The exponential average.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Ema(int period) => Apply(name => $"ema({name},{period})", () => new Ema(period));

    /// <summary>Wilder's relative strength index, from 0 to 100.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Rsi(int period) => Apply(name => $"rsi({name},{period})", () => new Rsi(period));

    /// <summary>The place among the values of the window, itself included, as a share: <c>(rank − ½) / n</c>, equal values in the middle of their places.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature Rank(int period) => Apply(name => $"rank({name},{period})", () => new RankShare(period));

    /// <summary>The distance from the mean of all values since the run began, this one included, in their standard deviations, dividing by n; NaN as long as they are all the same.</summary>
    /// <remarks>It depends on where the run began, the less the longer it lasts: give a live run the same past.</remarks>
    public ScalarFeature ExpandingZScore() => Apply(name => $"zscore({name})", () => default(ExpandingZScore));

    /// <summary>The fractional difference, which makes a series stationary and keeps its memory.</summary>
    /// <param name="order">From 0, the value itself, over 1, the change, to 2.</param>
    /// <param name="width">How many values are weighed, at least 2.</param>
    public ScalarFeature FractionalDifference(double order, int width) =>
        Apply(name => FormattableString.Invariant($"fracdiff({name},{order:R},{width})"), () => new FractionalDifference(order, width));

    /// <summary>An indicator of the catalog, fed with the values of this feature.</summary>
    /// <param name="text">Such as <c>HMA(20)</c>.</param>
    /// <param name="output">Which of its outputs; null where there is one.</param>
    /// <exception cref="InvalidOperationException">The indicator reads whole candles.</exception>
    public ScalarFeature Catalog(string text, string? output = null) => Derive(input => new CatalogFeature(text, output, input));

    /// <summary>−1, 0 or 1.</summary>
    public ScalarFeature Sign() => Derive(input => new UnaryFeature($"sign({input.Name})", input, value => double.IsNaN(value) ? value : Math.Sign(value)));

    /// <summary>The natural logarithm; NaN of a negative number.</summary>
    public ScalarFeature Log() => Derive(input => new UnaryFeature($"log({input.Name})", input, Math.Log));

    /// <summary>The value without its sign.</summary>
    public ScalarFeature Abs() => Derive(input => new UnaryFeature($"abs({input.Name})", input, Math.Abs));

    /// <summary>Feeds the values of this feature to an indicator.</summary>
    /// <typeparam name="TIndicator">A streaming struct.</typeparam>
    /// <param name="name">From the name of this feature to the name of the column, with every parameter in it.</param>
    /// <param name="create">Gives a fresh indicator for each run.</param>
    public ScalarFeature Apply<TIndicator>(Func<string, string> name, Func<TIndicator> create)
        where TIndicator : struct, IIndicator<double, double>
    {
        ArgumentNullException.ThrowIfNull(name);
        return Derive(input => new IndicatorFeature<TIndicator>(name(input.Name), input, create));
    }

    /// <summary>The sum.</summary>
    public static ScalarFeature operator +(ScalarFeature left, ScalarFeature right) => BinaryFeature.Of('+', left, right, (x, y) => x + y);

    /// <summary>The difference.</summary>
    public static ScalarFeature operator -(ScalarFeature left, ScalarFeature right) => BinaryFeature.Of('-', left, right, (x, y) => x - y);

    /// <summary>The product.</summary>
    public static ScalarFeature operator *(ScalarFeature left, ScalarFeature right) => BinaryFeature.Of('*', left, right, (x, y) => x * y);

    /// <summary>The quotient; NaN for 0 / 0, infinite for any other division by 0.</summary>
    public static ScalarFeature operator /(ScalarFeature left, ScalarFeature right) => BinaryFeature.Of('/', left, right, (x, y) => x / y);

    /// <summary>The same number at every candle.</summary>
    public static implicit operator ScalarFeature(double value) => new ConstantFeature(value);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>A feature over this one, on the candles that this one is computed from.</summary>
    internal virtual ScalarFeature Derive(Func<ScalarFeature, ScalarFeature> make) => make(this);
}
