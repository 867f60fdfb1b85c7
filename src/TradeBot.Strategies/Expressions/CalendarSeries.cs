namespace TradeBot.Strategies;

/// <summary>A calendar field of a candle's open time, UTC.</summary>
public enum CalendarField
{
    /// <summary>Hour of the day with the minutes as its fraction, in [0, 24).</summary>
    Hour,

    /// <summary>Day of the week: 0 is Monday, 6 is Sunday.</summary>
    Weekday,

    /// <summary>Day of the month, from 0.</summary>
    MonthDay,

    /// <summary>Month: 0 is January, 11 is December.</summary>
    Month,

    /// <summary>Hours since the last funding of perpetual contracts, at 00:00, 08:00 and 16:00: in [0, 8).</summary>
    FundingHour,
}

/// <summary>The position of each candle's open time in a cycle, such as the hour of the day: the first value follows the last.</summary>
public sealed class CalendarSeries : Series
{
    internal CalendarSeries(CalendarField field) => Field = field;

    /// <summary>The cycle.</summary>
    public CalendarField Field { get; }

    /// <summary>Length of the cycle: values are in [0, period).</summary>
    public double Period => Field switch
    {
        CalendarField.Hour => 24,
        CalendarField.Weekday => 7,
        CalendarField.MonthDay => 31,
        CalendarField.Month => 12,
        _ => 8,
    };

    internal override Precedence Precedence => Precedence.Whole;

    /// <summary>The position of a time in the cycle.</summary>
    internal double Of(DateTime time) => Field switch
    {
        CalendarField.Hour => time.TimeOfDay.TotalHours,
        CalendarField.Weekday => ((int)time.DayOfWeek + 6) % 7,
        CalendarField.MonthDay => time.Day - 1,
        CalendarField.Month => time.Month - 1,
        _ => time.TimeOfDay.TotalHours % 8,
    };

    private protected override string Write() => Field.ToString().ToLowerInvariant();
}
