namespace TradeBot.Reporting;

/// <summary>How an axis turns values into positions.</summary>
public enum AxisKind
{
    /// <summary>Equal steps are equal differences.</summary>
    Linear,

    /// <summary>Equal steps are equal ratios; values at or below 0 leave a gap.</summary>
    Log,

    /// <summary>Milliseconds since 1970-01-01 UTC, with ticks by the calendar.</summary>
    Time,

    /// <summary>Named categories at 0, 1, 2, …, equally spaced.</summary>
    Category,
}
