using TradeBot.Indicators;
using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The words from which features are made; handed to the function that lists them.</summary>
public sealed class FeatureBuilder
{
    private readonly Timeframe? _longer;
    private readonly CandleSeries? _other;

    internal FeatureBuilder(Timeframe? longer = null, CandleSeries? other = null) => (_longer, _other) = (longer, other);

    /// <summary>First price of the candle.</summary>
    public ScalarFeature Open => Read("open", candle => candle.Open);

    /// <summary>Highest price of the candle.</summary>
    public ScalarFeature High => Read("high", candle => candle.High);

    /// <summary>Lowest price of the candle.</summary>
    public ScalarFeature Low => Read("low", candle => candle.Low);

    /// <summary>Last price of the candle.</summary>
    public ScalarFeature Close => Read("close", candle => candle.Close);

    /// <summary>Traded quantity of the candle, in base currency.</summary>
    public ScalarFeature Volume => Read("volume", candle => candle.Volume);

    /// <summary>Traded value of the candle, in quote currency; NaN where the source has none.</summary>
    public ScalarFeature Turnover => Read("turnover", candle => candle.Turnover);

    /// <summary>Features over longer candles, put together from those of the run; each counts from its close and keeps its value until the next.</summary>
    /// <param name="timeframe">Whole candles of the run must make one of its candles.</param>
    /// <remarks>What is built on such a feature alone stays on the longer candles: <c>f.On(Timeframe.OneHour).Close.Ema(20)</c> averages 20 hours.</remarks>
    public FeatureBuilder On(Timeframe timeframe) => new(timeframe, _other);

    /// <summary>Features over the candles of another symbol; each tells at a close what was known of the other by then.</summary>
    /// <param name="other">
    /// The other's candles, of any timeframe. Where the one that should have closed is missing the feature is unknown: so it is in a live
    /// run from the end of these candles on.
    /// </param>
    /// <remarks>What is built on such a feature alone stays on the other's candles: <c>f.Of(eth).Close.Ema(20)</c> averages 20 of them.</remarks>
    public FeatureBuilder Of(CandleSeries other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FeatureBuilder(_longer, other);
    }

    /// <summary>Relative change of the close over so many candles, as a fraction.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Return(int candles) => Close.Return(candles);

    /// <summary>Wilder's relative strength index of the close, from 0 to 100.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Rsi(int period) => Close.Apply(_ => $"rsi({period})", () => new Rsi(period));

    /// <summary>Exponential average of the close, in quote currency.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Ema(int period) => Close.Apply(_ => $"ema({period})", () => new Ema(period));

    /// <summary>Relative change of the exponential average of the close over one candle, as a fraction.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature EmaSlope(int period) => Ema(period).Return(1);

    /// <summary>Wilder's average true range, in quote currency.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Atr(int period) => Indicator($"atr({period})", () => new Atr(period));

    /// <summary>Standard deviation of the one-candle returns of the close, dividing by n, as a fraction.</summary>
    /// <param name="period">Returns in the window, at least 1.</param>
    public ScalarFeature Volatility(int period) => Return(1).Apply(_ => $"volatility({period})", () => new StandardDeviation(period));

    /// <summary>Hour of the day at which the candle opened, UTC, with the minutes as its fraction: in [0, 24).</summary>
    public PeriodicFeature HourOfDay() => new("hour", 24, time => time.TimeOfDay.TotalHours);

    /// <summary>Day of the week on which the candle opened, UTC: 0 is Monday, 6 is Sunday.</summary>
    public PeriodicFeature DayOfWeek() => new("weekday", 7, time => ((int)time.DayOfWeek + 6) % 7);

    /// <summary>Day of the month on which the candle opened, UTC, from 0.</summary>
    public PeriodicFeature DayOfMonth() => new("monthday", 31, time => time.Day - 1);

    /// <summary>Month in which the candle opened, UTC: 0 is January, 11 is December.</summary>
    public PeriodicFeature MonthOfYear() => new("month", 12, time => time.Month - 1);

    /// <summary>Hours since the last funding of perpetual contracts, at 00:00, 08:00 and 16:00 UTC: in [0, 8).</summary>
    public PeriodicFeature HourOfFunding() => new("fundinghour", 8, time => time.TimeOfDay.TotalHours % 8);

    /// <summary>Volume over its mean in the window.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature RelativeVolume(int period) => Volume / Volume.Sma(period);

    /// <summary>The volume of rising candles less that of falling ones, over all volume of the window: in [−1, 1].</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature VolumeImbalance(int period) => ((Close - Open).Sign() * Volume).Sma(period) / Volume.Sma(period);

    /// <summary>How far the price moves per traded value: the mean of <c>|return| / (volume · close)</c> over the window (Amihud, 2002); infinite where nothing was traded.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature Illiquidity(int period) => (Return(1).Abs() / (Volume * Close)).Sma(period);

    /// <summary>The product of each two of some features.</summary>
    /// <param name="features">At least two.</param>
    public Feature Interactions(params IReadOnlyList<ScalarFeature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count < 2)
            throw new ArgumentException($"A product needs two features, got {features.Count}.", nameof(features));

        return new FeatureGroup([.. features.SelectMany((left, i) => features.Skip(i + 1).Select(right => left * right))]);
    }

    /// <summary>An indicator of the catalog over candles.</summary>
    /// <param name="text">Such as <c>ADX(14)</c> or <c>MACD(12,26,9)</c>; parameters that are left out have their usual values.</param>
    /// <param name="output">Which of its outputs, such as <c>signal</c>; null where there is one.</param>
    /// <exception cref="ArgumentException">There is no such indicator or output.</exception>
    public ScalarFeature Catalog(string text, string? output = null) => Place(new CatalogFeature(text, output, input: null));

    /// <summary>An indicator over whole candles.</summary>
    /// <typeparam name="TIndicator">A streaming struct.</typeparam>
    /// <param name="name">The name of the column, with every parameter in it.</param>
    /// <param name="create">Gives a fresh indicator for each run.</param>
    public ScalarFeature Indicator<TIndicator>(string name, Func<TIndicator> create)
        where TIndicator : struct, IIndicator<Candle, double> => Place(new CandleIndicatorFeature<TIndicator>(name, create));

    /// <summary>A column computed from the whole series at once, for trying an idea out: only <see cref="Dataset.Leakage"/> can tell whether it looks ahead.</summary>
    /// <param name="name">The name of the column, with every parameter in it.</param>
    /// <param name="compute">From a series to one value per candle. It must be pure. It cannot run live.</param>
    public ScalarFeature FromSeries(string name, Func<CandleSeries, double[]> compute)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(compute);
        return Place(new SeriesFeature(name, compute));
    }

    private ScalarFeature Read(string name, Func<Candle, double> read) => Place(new CandleFeature(name, read));

    private ScalarFeature Place(ScalarFeature feature)
    {
        ScalarFeature placed = _longer is Timeframe timeframe ? new LongerFeature(timeframe, feature) : feature;
        return _other is null ? placed : new OtherSymbolFeature(_other, placed);
    }
}
