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

    internal FeatureBuilder(Timeframe? longer = null) => _longer = longer;

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
    public FeatureBuilder On(Timeframe timeframe) => new(timeframe);

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

    private ScalarFeature Place(ScalarFeature feature) => _longer is Timeframe timeframe ? new LongerFeature(timeframe, feature) : feature;
}
