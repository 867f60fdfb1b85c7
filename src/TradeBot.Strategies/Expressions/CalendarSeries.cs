namespace TradeBot.Strategies;

/// <summary>What the calendar says of a candle's open time, UTC.</summary>
public enum CalendarField
{
    /// <summary>Hour of the day with the minutes as its fraction, in [0, 24).</summary>
    HourOfDay,

    /// <summary>Day of the week: 0 is Monday, 6 is Sunday.</summary>
    DayOfWeek,

    /// <summary>Day of the month, from 0.</summary>
    DayOfMonth,

    /// <summary>Month: 0 is January, 11 is December.</summary>
    MonthOfYear,

    /// <summary>Hours since the last funding of perpetual contracts, at 00:00, 08:00 and 16:00: in [0, 8).</summary>
    HourOfFunding,
}

/// <summary>The place of each candle's open time in a cycle, such as the hour of the day: after the last comes the first again.</summary>
public sealed class CalendarSeries : Series
{
    internal CalendarSeries(CalendarField field) => Field = field;

    /// <summary>Which cycle.</summary>
    public CalendarField Field { get; }

    /// <summary>How long the cycle is: values are in [0, period).</summary>
    public double Period => Field switch
    {
        CalendarField.HourOfDay => 24,
        CalendarField.DayOfWeek => 7,
        CalendarField.DayOfMonth => 31,
        CalendarField.MonthOfYear => 12,
        _ => 8,
    };

    internal override Precedence Precedence => Precedence.Whole;

    internal static string NameOf(CalendarField field) => field switch
    {
        CalendarField.HourOfDay => "hour",
        CalendarField.DayOfWeek => "weekday",
        CalendarField.DayOfMonth => "monthday",
        CalendarField.MonthOfYear => "month",
        _ => "fundinghour",
    };

    /// <summary>The place of a time in the cycle.</summary>
    internal double Of(DateTime time) => Field switch
    {
        CalendarField.HourOfDay => time.TimeOfDay.TotalHours,
        CalendarField.DayOfWeek => ((int)time.DayOfWeek + 6) % 7,
        CalendarField.DayOfMonth => time.Day - 1,
        CalendarField.MonthOfYear => time.Month - 1,
        _ => time.TimeOfDay.TotalHours % 8,
    };

    private protected override string Write() => NameOf(Field);
}
