namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>The highest value of the last candles, including the current one.</summary>
    /// <param name="series">The series.</param>
    /// <param name="candles">Number of candles, at least 1.</param>
    public static IndicatorSeries Highest(Series series, Argument candles) => new("highest", [series], [candles]);

    /// <summary>The lowest value of the last candles, including the current one.</summary>
    /// <inheritdoc cref="Highest"/>
    public static IndicatorSeries Lowest(Series series, Argument candles) => new("lowest", [series], [candles]);

    /// <summary>The smaller of two.</summary>
    public static Series Min(Series a, Series b) => FunctionTable.Series("min", a, b);

    /// <summary>The larger of two.</summary>
    public static Series Max(Series a, Series b) => FunctionTable.Series("max", a, b);

    /// <summary>The absolute value.</summary>
    public static Series Abs(Series series) => FunctionTable.Series("abs", series);

    /// <summary>1, 0 or −1 when the series is above, at or below 0.</summary>
    public static Series Sign(Series series) => FunctionTable.Series("sign", series);

    /// <summary>The square root; unknown below 0.</summary>
    public static Series Sqrt(Series series) => FunctionTable.Series("sqrt", series);

    /// <summary>The natural logarithm; unknown at or below 0.</summary>
    public static Series Log(Series series) => FunctionTable.Series("log", series);

    /// <summary>The series, limited to the range from low to high.</summary>
    public static Series Clamp(Series series, Series low, Series high) => FunctionTable.Series("clamp", series, low, high);

    /// <summary>The standard deviation of the last one-candle returns of the close, dividing by n, as a fraction.</summary>
    /// <param name="candles">Number of returns, at least 1.</param>
    public static Series Volatility(Argument candles) => FunctionTable.Series("volatility", (Series)candles);

    /// <summary>Sine of the position in a cycle; together with the cosine, the end of the cycle is next to its start.</summary>
    public static Series Sin(CalendarSeries cycle) => FunctionTable.Series("sin", cycle);

    /// <summary>Cosine of the position in a cycle.</summary>
    public static Series Cos(CalendarSeries cycle) => FunctionTable.Series("cos", cycle);

    /// <summary>The series when a condition was last true; unknown before that.</summary>
    public static Series ValueWhen(Condition condition, Series series) => FunctionTable.Series("value_when", condition, series);

    /// <summary>The highest price of a session's first minutes, once they are over.</summary>
    /// <param name="start">Session start each day, UTC.</param>
    /// <param name="minutes">Length of its opening range.</param>
    public static Series OpeningHigh(TimeOnly start, int minutes) =>
        FunctionTable.Series("opening_high", new WordExpression(TimeOfDay.Format(start)), (Series)minutes);

    /// <summary>The lowest price of a session's first minutes, once they are over.</summary>
    /// <inheritdoc cref="OpeningHigh"/>
    public static Series OpeningLow(TimeOnly start, int minutes) =>
        FunctionTable.Series("opening_low", new WordExpression(TimeOfDay.Format(start)), (Series)minutes);
}
