namespace TradeBot.MarketData;

/// <summary>Options of an import; what is not given is detected and reported.</summary>
public sealed record ImportOptions
{
    /// <summary>The value of <see cref="VolumeColumn"/> that stores a volume of 0 for every row.</summary>
    public const string NoVolume = "none";

    /// <summary>The symbol; from a symbol column or the file name when null.</summary>
    /// <remarks>In a file with several symbols only its rows are read; in a file with one symbol it is the new name.</remarks>
    public string? Symbol { get; init; }

    /// <summary>The timeframe; from a timeframe column, the file name or the distance between rows when null.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>How far the source's clock is ahead of UTC; subtracted from every time that has no offset.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Time zone of text times without an offset; UTC when null. Cannot be combined with <see cref="ClockOffset"/>.</summary>
    /// <remarks>
    /// Dates without a time of day keep their day. For the repeated hour in autumn, the order of the rows
    /// determines which one it is; when it appears once, it is the first.
    /// </remarks>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Unit of numeric times; from their size, for 1980 to 2099, when null.</summary>
    public TimeUnit? TimeUnit { get; init; }

    /// <summary>The order of day and month in dates such as 03/04/2024; from the rows when null, and refused when ambiguous.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>'.' or ','; from the rows when null, and refused when ambiguous.</summary>
    public char? DecimalSeparator { get; init; }

    /// <summary>Header name of the symbol column; found among the usual names when null.</summary>
    public string? SymbolColumn { get; init; }

    /// <summary>Header name of the volume column, or <see cref="NoVolume"/>; found among the usual names when null.</summary>
    public string? VolumeColumn { get; init; }

    /// <summary>True to scale the prices by adjusted close divided by close.</summary>
    public bool UseAdjustedClose { get; init; }

    /// <summary>Current time, UTC: rows that close later are dropped and counted; not checked when null.</summary>
    public DateTime? Now { get; init; }

    internal void Check()
    {
        if (TimeZone is not null && ClockOffset != TimeSpan.Zero)
            throw new ArgumentException("A time zone already defines how far the clock is ahead of UTC: give TimeZone (--time-zone) or ClockOffset (--clock-offset), not both.");
        if (DecimalSeparator is not (null or '.' or ','))
            throw new ArgumentOutOfRangeException(nameof(DecimalSeparator), DecimalSeparator, "Must be '.' or ','.");
    }
}
