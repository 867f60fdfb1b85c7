namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>True where the ADX is at a threshold or above.</summary>
    /// <param name="period">Of the ADX.</param>
    /// <param name="threshold">From 0 to 100.</param>
    public static Condition Trending(int period = 14, double threshold = 25) => FunctionTable.Condition("trending", (Series)period, (Series)threshold);

    /// <summary>True where the ADX is below a threshold.</summary>
    /// <inheritdoc cref="Trending"/>
    public static Condition Ranging(int period = 14, double threshold = 20) => FunctionTable.Condition("ranging", (Series)period, (Series)threshold);

    /// <summary>True where the net move is a share or more of the path that led there.</summary>
    /// <param name="candles">Over how many candles.</param>
    /// <param name="share">From 0 to 1.</param>
    public static Condition Efficient(int candles, double share) => FunctionTable.Condition("efficient", (Series)candles, (Series)share);

    /// <summary>True where the ATR, as a fraction of the close, is above so many times its own mean.</summary>
    /// <param name="period">Of the ATR.</param>
    /// <param name="candles">How many candles its mean covers.</param>
    /// <param name="times">1.5 is half as much again.</param>
    public static Condition Volatile(int period, int candles, double times = 1) =>
        FunctionTable.Condition("volatile", (Series)period, (Series)candles, (Series)times);

    /// <summary>True where the ATR, as a fraction of the close, is below so many times its own mean.</summary>
    /// <inheritdoc cref="Volatile"/>
    public static Condition Quiet(int period, int candles, double times = 1) =>
        FunctionTable.Condition("quiet", (Series)period, (Series)candles, (Series)times);

    /// <summary>True where the Bollinger bands lie inside the Keltner channel.</summary>
    /// <param name="period">Of both; 20 when null.</param>
    /// <param name="deviations">Half the width of the bands; 2 when null.</param>
    /// <param name="ranges">Half the width of the channel, in average true ranges; 1.5 when null.</param>
    public static Condition Squeeze(Argument? period = null, Argument? deviations = null, Argument? ranges = null) =>
        Call("squeeze", period, deviations, ranges) > 0;
}
