namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>True when the ADX is at or above a threshold.</summary>
    /// <param name="period">Period of the ADX.</param>
    /// <param name="threshold">From 0 to 100.</param>
    public static Condition Trending(int period = 14, double threshold = 25) => FunctionTable.Condition("trending", (Series)period, (Series)threshold);

    /// <summary>True when the ADX is below a threshold.</summary>
    /// <inheritdoc cref="Trending"/>
    public static Condition Ranging(int period = 14, double threshold = 20) => FunctionTable.Condition("ranging", (Series)period, (Series)threshold);

    /// <summary>True when Kaufman's efficiency ratio, net move divided by path length, is at least a share.</summary>
    /// <param name="candles">Lookback in candles.</param>
    /// <param name="share">From 0 to 1.</param>
    public static Condition Efficient(int candles, double share) => FunctionTable.Condition("efficient", (Series)candles, (Series)share);

    /// <summary>True when the ATR, as a fraction of the close, is above a multiple of its mean.</summary>
    /// <param name="period">Period of the ATR.</param>
    /// <param name="candles">Window of its mean in candles.</param>
    /// <param name="times">1.5 is 50 % more.</param>
    public static Condition Volatile(int period, int candles, double times = 1) =>
        FunctionTable.Condition("volatile", (Series)period, (Series)candles, (Series)times);

    /// <summary>True when the ATR, as a fraction of the close, is below a multiple of its mean.</summary>
    /// <inheritdoc cref="Volatile"/>
    public static Condition Quiet(int period, int candles, double times = 1) =>
        FunctionTable.Condition("quiet", (Series)period, (Series)candles, (Series)times);

    /// <summary>True when the Bollinger bands are inside the Keltner channel.</summary>
    /// <param name="period">Of both; 20 when null.</param>
    /// <param name="deviations">Width of each band from the mean, in standard deviations; 2 when null.</param>
    /// <param name="ranges">Width of each channel line from the mean, in average true ranges; 1.5 when null.</param>
    public static Condition Squeeze(Argument? period = null, Argument? deviations = null, Argument? ranges = null) =>
        Call("squeeze", period, deviations, ranges) > 0;
}
