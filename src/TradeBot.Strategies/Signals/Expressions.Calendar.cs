namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>True when the candle is the first of its UTC day.</summary>
    public static Condition NewDay { get; } = FunctionTable.Condition("new_day");

    /// <summary>True when the candle is the first of its week, which starts on Monday.</summary>
    public static Condition NewWeek { get; } = FunctionTable.Condition("new_week");

    /// <summary>True when the candle is the first of its month.</summary>
    public static Condition NewMonth { get; } = FunctionTable.Condition("new_month");

    /// <summary>True when the candle opened in a part of the day.</summary>
    /// <param name="from">UTC, included.</param>
    /// <param name="to">UTC, not included; over midnight when it is not later.</param>
    public static Condition TimeBetween(TimeOnly from, TimeOnly to) =>
        FunctionTable.Condition("time_between", new WordExpression(TimeOfDay.Format(from)), new WordExpression(TimeOfDay.Format(to)));

    /// <summary>True when the candle opened on one of these days, UTC.</summary>
    public static Condition OnWeekdays(params DayOfWeek[] days) =>
        FunctionTable.Condition("weekday", [.. days.Select(d => new WordExpression(Weekdays.NameOf(d)))]);

    /// <summary>True at the first candle and at every n-th after it.</summary>
    public static Condition Every(Argument candles) => FunctionTable.Condition("every", (Series)candles);
}
