using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>The words of a rule: <c>using static TradeBot.Strategies.Expressions;</c> makes <c>Rsi(14) &lt; 30 &amp; Close &gt; Ema(200)</c> read as it should.</summary>
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

    /// <summary>Middle of high and low.</summary>
    public static Series Hl2 { get; } = new PriceSeries(PriceField.Hl2);

    /// <summary>Mean of high, low and close, the typical price.</summary>
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

    /// <summary>A number that has a name, so that it can be changed later without writing the strategy anew.</summary>
    /// <param name="name">Letters, digits and underscores.</param>
    /// <param name="value">Its value until another is given.</param>
    public static Argument Parameter(string name, double value) => new(value, name);

    /// <summary>Any indicator of the catalog, by name.</summary>
    /// <param name="name">Name or alias; see <c>tradebot indicators list</c>.</param>
    /// <param name="arguments">Values for its first parameters; the others take their defaults.</param>
    public static IndicatorSeries Indicator(string name, params Argument[] arguments) => new(name, [], arguments);

    /// <summary>Any indicator of the catalog that relates two series, such as correlation.</summary>
    /// <param name="name">Name or alias; see <c>tradebot indicators list</c>.</param>
    /// <param name="first">The first series.</param>
    /// <param name="second">The second series.</param>
    /// <param name="arguments">Values for its first parameters; the others take their defaults.</param>
    public static IndicatorSeries Indicator(string name, Series first, Series second, params Argument[] arguments) =>
        new(name, [first, second], arguments);

    /// <summary>A user's own indicator that is not registered: it works in code, and no document can hold it.</summary>
    /// <typeparam name="TIndicator">As for <see cref="UserIndicators.Register"/>.</typeparam>
    /// <param name="create">Gives a fresh indicator for each run.</param>
    /// <exception cref="ArgumentException">The struct is no indicator of values, pairs or candles.</exception>
    public static IndicatorSeries Indicator<TIndicator>(Func<TIndicator> create)
        where TIndicator : struct => new(IndicatorDefinition.Of(FormattableString.Invariant($"{typeof(TIndicator).Name}_{Interlocked.Increment(ref _unregistered)}"), _ => create()), null, []);

    /// <summary>A user's own indicator under a text that only names it: it works in code, and no document can hold it.</summary>
    /// <typeparam name="TIndicator">As for <see cref="UserIndicators.Register"/>.</typeparam>
    /// <param name="text">What it is written as, with its input and every parameter in it.</param>
    /// <param name="create">Gives a fresh indicator for each run.</param>
    /// <param name="input">What it is fed with; the candles when null.</param>
    /// <exception cref="ArgumentException">The struct is no indicator of values, pairs or candles.</exception>
    public static IndicatorSeries Indicator<TIndicator>(string text, Func<TIndicator> create, Series? input = null)
        where TIndicator : struct => new(IndicatorDefinition.Of(text, _ => create()), text, input is null ? [] : [input]);

    /// <summary>A trained model, which <see cref="DefinedStrategy.WithModels"/> gives to the strategy.</summary>
    /// <param name="name">Its name there.</param>
    public static ModelReference Model(string name) => new(name);

    /// <summary>A series that code computes from closed candles: it works in code, and no document can hold it.</summary>
    /// <param name="text">What it is written as, with every parameter in it.</param>
    /// <param name="open">Called once per run; gives a function from each closed candle to the value after it. State lives in what it captures.</param>
    /// <param name="warmUp">How many candles of a length it sees at most up to its first value, counting the one that gives it; 1 when null.</param>
    /// <param name="needsCandles">Whether it needs all candles beforehand, so that it cannot run live.</param>
    public static CodeSeries Code(string text, Func<SeriesSource, Func<Candle, double>> open, Func<Timeframe, int>? warmUp = null, bool needsCandles = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(open);
        return new CodeSeries(text, open) { WarmUp = warmUp ?? (_ => 1), NeedsCandles = needsCandles };
    }
}
