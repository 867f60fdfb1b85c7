using TradeBot.Indicators;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The words from which features are made; handed to the function that lists them.</summary>
public sealed class FeatureBuilder
{
    internal FeatureBuilder()
    {
    }

    /// <summary>First price of the candle.</summary>
    public ScalarFeature Open { get; } = new CandleFeature("open", candle => candle.Open);

    /// <summary>Highest price of the candle.</summary>
    public ScalarFeature High { get; } = new CandleFeature("high", candle => candle.High);

    /// <summary>Lowest price of the candle.</summary>
    public ScalarFeature Low { get; } = new CandleFeature("low", candle => candle.Low);

    /// <summary>Last price of the candle.</summary>
    public ScalarFeature Close { get; } = new CandleFeature("close", candle => candle.Close);

    /// <summary>Traded quantity of the candle, in base currency.</summary>
    public ScalarFeature Volume { get; } = new CandleFeature("volume", candle => candle.Volume);

    /// <summary>Traded value of the candle, in quote currency; NaN where the source has none.</summary>
    public ScalarFeature Turnover { get; } = new CandleFeature("turnover", candle => candle.Turnover);

    /// <summary>Relative change of the close over so many candles, as a fraction.</summary>
    /// <param name="candles">At least 1.</param>
    public ScalarFeature Return(int candles) => Close.Return(candles);

    /// <summary>Wilder's relative strength index of the close, from 0 to 100.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Rsi(int period) => Close.Apply($"rsi({period})", () => new Rsi(period));

    /// <summary>Wilder's average true range, in quote currency.</summary>
    /// <param name="period">At least 1.</param>
    public ScalarFeature Atr(int period) => Indicator($"atr({period})", () => new Atr(period));

    /// <summary>Standard deviation of the one-candle returns of the close, dividing by n, as a fraction.</summary>
    /// <param name="period">Returns in the window, at least 1.</param>
    public ScalarFeature Volatility(int period) =>
        Return(1).Apply($"volatility({period})", () => new Indicators.Statistics.StandardDeviation(period));

    /// <summary>Hour of the day at which the candle opened, UTC, with the minutes as its fraction: in [0, 24).</summary>
    public PeriodicFeature HourOfDay() => new("hour", 24, time => time.TimeOfDay.TotalHours);

    /// <summary>Day of the week on which the candle opened, UTC: 0 is Monday, 6 is Sunday.</summary>
    public PeriodicFeature DayOfWeek() => new("weekday", 7, time => ((int)time.DayOfWeek + 6) % 7);

    /// <summary>An indicator over whole candles.</summary>
    /// <typeparam name="TIndicator">A streaming struct.</typeparam>
    /// <param name="name">The name of the column, with every parameter in it.</param>
    /// <param name="create">Gives a fresh indicator for each run.</param>
    public ScalarFeature Indicator<TIndicator>(string name, Func<TIndicator> create)
        where TIndicator : struct, IIndicator<Candle, double> => new CandleIndicatorFeature<TIndicator>(name, create);

    /// <summary>A column computed from the whole series at once, for trying an idea out: only <see cref="Dataset.Leakage"/> can tell whether it looks ahead.</summary>
    /// <param name="name">The name of the column, with every parameter in it.</param>
    /// <param name="compute">From a series to one value per candle. It must be pure. It cannot run live.</param>
    public ScalarFeature FromSeries(string name, Func<CandleSeries, double[]> compute)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(compute);
        return new SeriesFeature(name, compute);
    }
}
