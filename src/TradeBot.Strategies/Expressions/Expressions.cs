namespace TradeBot.Strategies;

/// <summary>The words of a rule: <c>using static TradeBot.Strategies.Expressions;</c> makes <c>Rsi(14) &lt; 30 &amp; Close &gt; Ema(200)</c> read as it should.</summary>
public static partial class Expressions
{
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

    /// <summary>A protective level as a share of the entry price.</summary>
    /// <param name="percent">2 is 2 %.</param>
    public static LevelRule Percent(double percent) => new(LevelUnit.Fraction, (double)((decimal)percent / 100));
}
