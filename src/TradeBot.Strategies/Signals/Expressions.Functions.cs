namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>The highest value of the last candles, the present one included.</summary>
    /// <param name="series">What is looked at.</param>
    /// <param name="candles">How many, at least 1.</param>
    public static IndicatorSeries Highest(Series series, Argument candles) => new("highest", [series], [candles]);

    /// <summary>The lowest value of the last candles, the present one included.</summary>
    /// <inheritdoc cref="Highest"/>
    public static IndicatorSeries Lowest(Series series, Argument candles) => new("lowest", [series], [candles]);

    /// <summary>The lesser of two.</summary>
    public static Series Min(Series a, Series b) => FunctionTable.Series("min", a, b);

    /// <summary>The greater of two.</summary>
    public static Series Max(Series a, Series b) => FunctionTable.Series("max", a, b);

    /// <summary>The size, without the sign.</summary>
    public static Series Abs(Series series) => FunctionTable.Series("abs", series);

    /// <summary>1, 0 or −1 as the series is above, at or below 0.</summary>
    public static Series Sign(Series series) => FunctionTable.Series("sign", series);

    /// <summary>The square root; unknown below 0.</summary>
    public static Series Sqrt(Series series) => FunctionTable.Series("sqrt", series);

    /// <summary>The natural logarithm; unknown at and below 0.</summary>
    public static Series Log(Series series) => FunctionTable.Series("log", series);

    /// <summary>The series, but no less than low and no more than high.</summary>
    public static Series Clamp(Series series, Series low, Series high) => FunctionTable.Series("clamp", series, low, high);

    /// <summary>The standard deviation of the last one-candle returns of the close, dividing by n, as a fraction.</summary>
    /// <param name="candles">How many returns, at least 1.</param>
    public static Series Volatility(Argument candles) => FunctionTable.Series("volatility", (Series)candles);

    /// <summary>Sine of the place in a cycle; with the cosine, the end of the cycle is beside its beginning.</summary>
    public static Series Sin(CalendarSeries cycle) => FunctionTable.Series("sin", cycle);

    /// <summary>Cosine of the place in a cycle.</summary>
    public static Series Cos(CalendarSeries cycle) => FunctionTable.Series("cos", cycle);

    /// <summary>The series as it was when a condition was last true; unknown before it ever was.</summary>
    public static Series ValueWhen(Condition condition, Series series) => FunctionTable.Series("value_when", condition, series);

    /// <summary>The highest price of a session's first minutes, once they are over.</summary>
    /// <param name="start">When the session begins each day, UTC.</param>
    /// <param name="minutes">How long its opening range is.</param>
    public static Series OpeningHigh(TimeOnly start, int minutes) =>
        FunctionTable.Series("opening_high", new WordExpression(TimeOfDay.Format(start)), (Series)minutes);

    /// <summary>The lowest price of a session's first minutes, once they are over.</summary>
    /// <inheritdoc cref="OpeningHigh"/>
    public static Series OpeningLow(TimeOnly start, int minutes) =>
        FunctionTable.Series("opening_low", new WordExpression(TimeOfDay.Format(start)), (Series)minutes);
}
