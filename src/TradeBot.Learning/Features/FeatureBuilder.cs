using TradeBot.Indicators;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Builds features; passed to the function that lists them.</summary>
public sealed class FeatureBuilder
{
    private readonly FeaturePlace _place;

    internal FeatureBuilder(FeaturePlace place = default) => _place = place;

    /// <summary>First price of the candle.</summary>
    public ScalarFeature Open => Place(Expressions.Open);

    /// <summary>Highest price of the candle.</summary>
    public ScalarFeature High => Place(Expressions.High);

    /// <summary>Lowest price of the candle.</summary>
    public ScalarFeature Low => Place(Expressions.Low);

    /// <summary>Last price of the candle.</summary>
    public ScalarFeature Close => Place(Expressions.Close);

    /// <summary>Traded quantity of the candle, in base currency.</summary>
    public ScalarFeature Volume => Place(Expressions.Volume);

    /// <summary>Traded value of the candle, in quote currency; NaN where the source has none.</summary>
    public ScalarFeature Turnover => Place(Expressions.Turnover);

    /// <summary>Features on longer candles, resampled from those of the run; each is known from its close and keeps its value until the next.</summary>
    /// <param name="timeframe">A multiple of the run's timeframe.</param>
    /// <remarks>What is built on such a feature alone stays on the longer candles: <c>f.On(Timeframe.OneHour).Close.Ema(20)</c> averages 20 hours.</remarks>
    public FeatureBuilder On(Timeframe timeframe) => new(_place with { Longer = timeframe });

    /// <summary>Features on the candles of another symbol, as known at each close.</summary>
    /// <param name="other">
    /// The other symbol's candles, of any timeframe. The feature is unknown where the candle that should have closed is missing, and so in a live
    /// run from the end of these candles on.
    /// </param>
    /// <remarks>What is built on such a feature alone stays on the other's candles: <c>f.Of(eth).Close.Ema(20)</c> averages 20 of them.</remarks>
    public FeatureBuilder Of(CandleSeries other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FeatureBuilder(_place with { Other = other });
    }

    /// <summary>Return of the close over a number of candles, as a fraction.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Return(int candles) => Close.Return(candles);

    /// <summary>Wilder's relative strength index of the close, from 0 to 100.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Rsi(int period) => Place(Expressions.Rsi(period));

    /// <summary>Exponential average of the close, in quote currency.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Ema(int period) => Place(Expressions.Ema(period));

    /// <summary>Relative change of the exponential average of the close over one candle, as a fraction.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature EmaSlope(int period) => Ema(period).Return(1);

    /// <summary>Wilder's average true range, in quote currency.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Atr(int period) => Place(Expressions.Atr(period));

    /// <summary>Standard deviation of the one-candle returns of the close, dividing by n, as a fraction.</summary>
    /// <param name="period">Returns in the window, at least 1.</param>
    public ScalarFeature Volatility(int period) => Place(Expressions.Volatility(period));

    /// <summary>Hour of the day at which the candle opened, UTC, with the minutes as its fraction: in [0, 24).</summary>
    public PeriodicFeature HourOfDay() => new(Expressions.Hour);

    /// <summary>Day of the week on which the candle opened, UTC: 0 is Monday, 6 is Sunday.</summary>
    public PeriodicFeature DayOfWeek() => new(Expressions.Weekday);

    /// <summary>Day of the month on which the candle opened, UTC, from 0.</summary>
    public PeriodicFeature DayOfMonth() => new(Expressions.MonthDay);

    /// <summary>Month in which the candle opened, UTC: 0 is January, 11 is December.</summary>
    public PeriodicFeature MonthOfYear() => new(Expressions.Month);

    /// <summary>Hours since the last funding of perpetual contracts, at 00:00, 08:00 and 16:00 UTC: in [0, 8).</summary>
    public PeriodicFeature HourOfFunding() => new(Expressions.FundingHour);

    /// <summary>Volume divided by its mean over the window.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature RelativeVolume(int period) => Volume / Volume.Sma(period);

    /// <summary>Volume of rising candles minus that of falling ones, divided by the window's total volume: in [−1, 1].</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature VolumeImbalance(int period) => ((Close - Open).Sign() * Volume).Sma(period) / Volume.Sma(period);

    /// <summary>Amihud illiquidity, the price move per traded value: the mean of <c>|return| / (volume · close)</c> over the window (Amihud, 2002); unknown while a candle without trades is in it.</summary>
    /// <param name="period">Candles in the window, this one included; at least 1.</param>
    public ScalarFeature Illiquidity(int period) => (Return(1).Abs() / (Volume * Close)).Sma(period);

    /// <summary>Pairwise products of features.</summary>
    /// <param name="features">At least two.</param>
    public Feature Interactions(params IReadOnlyList<ScalarFeature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count < 2)
            throw new ArgumentException($"Interactions need at least two features, got {features.Count}.", nameof(features));

        return new FeatureGroup([.. features.SelectMany((left, i) => features.Skip(i + 1).Select(right => left * right))]);
    }

    /// <summary>An indicator of the catalog on candles.</summary>
    /// <param name="text">Such as <c>ADX(14)</c> or <c>MACD(12,26,9)</c>; omitted parameters take their defaults.</param>
    /// <param name="output">One of its outputs, such as <c>signal</c>; null when there is only one.</param>
    /// <exception cref="ArgumentException">The indicator or output does not exist.</exception>
    public ScalarFeature Catalog(string text, string? output = null) => Place(Catalogued(text, output));

    /// <summary>Your own indicator on whole candles.</summary>
    /// <typeparam name="TIndicator">A streaming struct.</typeparam>
    /// <param name="name">The name of the column, with every parameter in it.</param>
    /// <param name="create">Creates a new indicator for each run.</param>
    public ScalarFeature Indicator<TIndicator>(string name, Func<TIndicator> create)
        where TIndicator : struct, IIndicator<Candle, double> => Place(Expressions.Indicator(name, create));

    /// <summary>A column computed from the whole series at once, for trying out an idea: only <see cref="Dataset.Leakage"/> can find out whether it looks ahead.</summary>
    /// <param name="name">The name of the column, with every parameter in it.</param>
    /// <param name="compute">Computes one value per candle from a series. Must be pure. Cannot run live.</param>
    public ScalarFeature FromSeries(string name, Func<CandleSeries, double[]> compute)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(compute);
        return Place(Expressions.Code(name, source => ReadFrom(name, compute, source), needsCandles: true));
    }

    /// <summary>An output of an indicator of the catalog, with a value for each of its parameters.</summary>
    internal static IndicatorSeries Catalogued(string text, string? output)
    {
        Indicator indicator = IndicatorCatalog.Parse(text);
        IReadOnlyList<IndicatorOutput> outputs = indicator.Definition.Outputs;
        if (output is null && outputs.Count > 1)
            throw new ArgumentException($"{indicator} has the outputs {string.Join(", ", outputs.Select(o => o.Name.Replace(' ', '_')))}: choose one.", nameof(output));

        IndicatorSeries series = Expressions.Indicator(indicator.Definition.Name, [.. indicator.Arguments]);
        return output is null || outputs.Count == 1 && outputs[0].Name == output ? series : series[output];
    }

    private static Func<Candle, double> ReadFrom(string name, Func<CandleSeries, double[]> compute, SeriesSource source)
    {
        CandleSeries series = source.Candles
            ?? throw new InvalidOperationException($"The feature '{name}' is computed from a whole series and cannot run live.");
        double[] values = compute(series);
        int next = 0;
        return values.Length == series.Count
            ? _ => values[next++]
            : throw new InvalidOperationException($"The feature '{name}' gave {values.Length} values for {series.Count} candles.");
    }

    private ScalarFeature Place(Series series) => new(series, _place);
}
