using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>The vocabulary of rules: with <c>using static TradeBot.Strategies.Expressions;</c> <c>Rsi(14) &lt; 30 &amp; Close &gt; Ema(200)</c> reads as written.</summary>
public static partial class Expressions
{
    private static int _unregistered;

    /// <summary>First price of the candle.</summary>
    public static Series Open { get; } = new PriceSeries(PriceField.Open);

    /// <summary>Highest price of the candle.</summary>
    public static Series High { get; } = new PriceSeries(PriceField.High);

    /// <summary>Lowest price of the candle.</summary>
    public static Series Low { get; } = new PriceSeries(PriceField.Low);

    /// <summary>Last price of the candle.</summary>
    public static Series Close { get; } = new PriceSeries(PriceField.Close);

    /// <summary>Traded quantity of the candle, in base currency.</summary>
    public static Series Volume { get; } = new PriceSeries(PriceField.Volume);

    /// <summary>Midpoint of high and low.</summary>
    public static Series Hl2 { get; } = new PriceSeries(PriceField.Hl2);

    /// <summary>Typical price: mean of high, low and close.</summary>
    public static Series Hlc3 { get; } = new PriceSeries(PriceField.Hlc3);

    /// <summary>Mean of open, high, low and close.</summary>
    public static Series Ohlc4 { get; } = new PriceSeries(PriceField.Ohlc4);

    /// <summary>Traded value of the candle, in quote currency; NaN where the source has none.</summary>
    public static Series Turnover { get; } = new PriceSeries(PriceField.Turnover);

    /// <summary>Hour of the day at which the candle opened, UTC, with the minutes as its fraction: in [0, 24).</summary>
    public static CalendarSeries Hour { get; } = new(CalendarField.Hour);

    /// <summary>Day of the week on which the candle opened, UTC: 0 is Monday, 6 is Sunday.</summary>
    public static CalendarSeries Weekday { get; } = new(CalendarField.Weekday);

    /// <summary>Day of the month on which the candle opened, UTC, from 0.</summary>
    public static CalendarSeries MonthDay { get; } = new(CalendarField.MonthDay);

    /// <summary>Month in which the candle opened, UTC: 0 is January, 11 is December.</summary>
    public static CalendarSeries Month { get; } = new(CalendarField.Month);

    /// <summary>Hours since the last funding of perpetual contracts, at 00:00, 08:00 and 16:00 UTC: in [0, 8).</summary>
    public static CalendarSeries FundingHour { get; } = new(CalendarField.FundingHour);

    /// <summary>A named parameter, so that its value can be changed later without rewriting the strategy.</summary>
    /// <param name="name">Letters, digits and underscores.</param>
    /// <param name="value">Its default value.</param>
    public static Argument Parameter(string name, double value) => new(value, name);

    /// <summary>Any indicator of the catalog, by name.</summary>
    /// <param name="name">Name or alias; see <c>tradebot indicators list</c>.</param>
    /// <param name="arguments">Values of its first parameters; the rest take their defaults.</param>
    public static IndicatorSeries Indicator(string name, params Argument[] arguments) => new(name, [], arguments);

    /// <summary>Any indicator of the catalog on two series, such as correlation.</summary>
    /// <param name="name">Name or alias; see <c>tradebot indicators list</c>.</param>
    /// <param name="first">The first series.</param>
    /// <param name="second">The second series.</param>
    /// <param name="arguments">Values of its first parameters; the rest take their defaults.</param>
    public static IndicatorSeries Indicator(string name, Series first, Series second, params Argument[] arguments) =>
        new(name, [first, second], arguments);

    /// <summary>Your own unregistered indicator: works in code, but cannot be written to a document.</summary>
    /// <typeparam name="TIndicator">As for <see cref="UserIndicators.Register"/>.</typeparam>
    /// <param name="create">Gives a fresh indicator for each run.</param>
    /// <exception cref="ArgumentException">The struct is not an indicator of values, pairs or candles.</exception>
    public static IndicatorSeries Indicator<TIndicator>(Func<TIndicator> create)
        where TIndicator : struct => new(IndicatorDefinition.Of(FormattableString.Invariant($"{typeof(TIndicator).Name}_{Interlocked.Increment(ref _unregistered)}"), _ => create()), null, []);

    /// <summary>Your own unregistered indicator with a name: works in code, but cannot be written to a document.</summary>
    /// <typeparam name="TIndicator">As for <see cref="UserIndicators.Register"/>.</typeparam>
    /// <param name="text">Its name, with its input and every parameter.</param>
    /// <param name="create">Gives a fresh indicator for each run.</param>
    /// <param name="input">Its input; the candles when null.</param>
    /// <exception cref="ArgumentException">The struct is not an indicator of values, pairs or candles.</exception>
    public static IndicatorSeries Indicator<TIndicator>(string text, Func<TIndicator> create, Series? input = null)
        where TIndicator : struct => new(IndicatorDefinition.Of(text, _ => create()), text, input is null ? [] : [input]);

    /// <summary>A trained model, provided by <see cref="DefinedStrategy.WithModels"/>.</summary>
    /// <param name="name">The model's name.</param>
    public static ModelReference Model(string name) => new(name);

    /// <summary>A series that code computes from closed candles: works in code, but cannot be written to a document.</summary>
    /// <param name="text">Its name, with every parameter.</param>
    /// <param name="open">Called once per run; returns a function from each closed candle to its value. Captured variables keep the state.</param>
    /// <param name="warmUp">Warm-up on a timeframe: number of candles up to and including the first value, at most; 1 when null.</param>
    /// <param name="needsCandles">Whether it needs all candles in advance, so it cannot run live.</param>
    public static CodeSeries Code(string text, Func<SeriesSource, Func<Candle, double>> open, Func<Timeframe, int>? warmUp = null, bool needsCandles = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(open);
        return new CodeSeries(text, open) { WarmUp = warmUp ?? (_ => 1), NeedsCandles = needsCandles };
    }
}
