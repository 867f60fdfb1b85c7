namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>True where the candle's range lies within that of the one before.</summary>
    public static Condition InsideCandle { get; } = FunctionTable.Condition("inside_candle");

    /// <summary>True where the candle's range encloses that of the one before.</summary>
    public static Condition OutsideCandle { get; } = FunctionTable.Condition("outside_candle");

    /// <summary>True where the candle closes above its open.</summary>
    public static Condition UpCandle { get; } = FunctionTable.Condition("up_candle");

    /// <summary>True where the candle closes below its open.</summary>
    public static Condition DownCandle { get; } = FunctionTable.Condition("down_candle");

    /// <summary>True where the candle opens above the high before by a fraction or more.</summary>
    /// <param name="fraction">0.01 is 1 %.</param>
    public static Condition GapsUp(Argument fraction) => FunctionTable.Condition("gaps_up", (Series)fraction);

    /// <summary>True where the candle opens below the low before by a fraction or more.</summary>
    /// <param name="fraction">0.01 is 1 %.</param>
    public static Condition GapsDown(Argument fraction) => FunctionTable.Condition("gaps_down", (Series)fraction);

    /// <summary>True where each of the last candles has a higher high than the one before.</summary>
    /// <param name="candles">How many, at least 1.</param>
    public static Condition HigherHighs(Argument candles) => FunctionTable.Condition("higher_highs", (Series)candles);

    /// <summary>True where each of the last candles has a lower low than the one before.</summary>
    /// <param name="candles">How many, at least 1.</param>
    public static Condition LowerLows(Argument candles) => FunctionTable.Condition("lower_lows", (Series)candles);

    /// <summary>True where volume is so many times the mean of the candles before, or more.</summary>
    /// <param name="times">2 is twice.</param>
    /// <param name="candles">How many candles the mean covers.</param>
    public static Condition VolumeSpike(Argument times, Argument candles) => FunctionTable.Condition("volume_spike", (Series)times, (Series)candles);

    /// <summary>True where a candlestick pattern of the catalog says up.</summary>
    /// <param name="name">Its name in the catalog.</param>
    public static Condition BullishPattern(string name) => Indicator(name) > 0;

    /// <summary>True where a candlestick pattern of the catalog says down.</summary>
    /// <param name="name">Its name in the catalog.</param>
    public static Condition BearishPattern(string name) => Indicator(name) < 0;
}
