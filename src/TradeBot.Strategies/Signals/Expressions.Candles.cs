namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>True when the candle's range is inside that of the previous candle.</summary>
    public static Condition InsideCandle { get; } = FunctionTable.Condition("inside_candle");

    /// <summary>True when the candle's range contains that of the previous candle.</summary>
    public static Condition OutsideCandle { get; } = FunctionTable.Condition("outside_candle");

    /// <summary>True when the candle closes above its open.</summary>
    public static Condition UpCandle { get; } = FunctionTable.Condition("up_candle");

    /// <summary>True when the candle closes below its open.</summary>
    public static Condition DownCandle { get; } = FunctionTable.Condition("down_candle");

    /// <summary>True when the candle opens above the previous high by at least a fraction.</summary>
    /// <param name="fraction">0.01 is 1 %.</param>
    public static Condition GapsUp(Argument fraction) => FunctionTable.Condition("gaps_up", (Series)fraction);

    /// <summary>True when the candle opens below the previous low by at least a fraction.</summary>
    /// <param name="fraction">0.01 is 1 %.</param>
    public static Condition GapsDown(Argument fraction) => FunctionTable.Condition("gaps_down", (Series)fraction);

    /// <summary>True when each of the last candles has a higher high than the previous one.</summary>
    /// <param name="candles">Number of candles, at least 1.</param>
    public static Condition HigherHighs(Argument candles) => FunctionTable.Condition("higher_highs", (Series)candles);

    /// <summary>True when each of the last candles has a lower low than the previous one.</summary>
    /// <param name="candles">Number of candles, at least 1.</param>
    public static Condition LowerLows(Argument candles) => FunctionTable.Condition("lower_lows", (Series)candles);

    /// <summary>True when volume is at least a multiple of its mean over the previous candles.</summary>
    /// <param name="times">2 is twice.</param>
    /// <param name="candles">Window of the mean in candles.</param>
    public static Condition VolumeSpike(Argument times, Argument candles) => FunctionTable.Condition("volume_spike", (Series)times, (Series)candles);

    /// <summary>True when a candlestick pattern of the catalog is bullish.</summary>
    /// <param name="name">Its name in the catalog.</param>
    public static Condition BullishPattern(string name) => Indicator(name) > 0;

    /// <summary>True when a candlestick pattern of the catalog is bearish.</summary>
    /// <param name="name">Its name in the catalog.</param>
    public static Condition BearishPattern(string name) => Indicator(name) < 0;
}
