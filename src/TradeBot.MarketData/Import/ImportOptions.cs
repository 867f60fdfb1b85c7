namespace TradeBot.MarketData;

/// <summary>What the caller knows about a foreign file; what is not given is detected and stated.</summary>
public sealed record ImportOptions
{
    /// <summary>The value of <see cref="VolumeColumn"/> that stores a volume of 0 for every row.</summary>
    public const string NoVolume = "none";

    /// <summary>The instrument; from a symbol column or the file name when null.</summary>
    /// <remarks>Of a file with several symbols, only the rows of this one are read; of a file with one, it is the new name.</remarks>
    public string? Symbol { get; init; }

    /// <summary>Length of the candles; from a timeframe column, the file name or the distance between rows when null.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>How far the source's clock is ahead of UTC; subtracted from every time without an offset of its own.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>The zone of times that are texts without an offset; UTC when null. Not together with <see cref="ClockOffset"/>.</summary>
    /// <remarks>
    /// Dates without a time of day stay the day that they name. Of the hour that an autumn has twice, the rows' order
    /// tells which one is meant; where it appears once, it is the first.
    /// </remarks>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>What times that are plain numbers count; told by their size, from 1980 to 2099, when null.</summary>
    public TimeUnit? TimeUnit { get; init; }

    /// <summary>The order of day and month in dates such as 03/04/2024; from the rows when null, and refused when they do not tell.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>'.' or ','; from the rows when null, and refused when they do not tell.</summary>
    public char? DecimalSeparator { get; init; }

    /// <summary>The header's name of the column that tells the symbol; found among the usual names when null.</summary>
    public string? SymbolColumn { get; init; }

    /// <summary>The header's name of the column with the traded quantity, or <see cref="NoVolume"/>; found among the usual names when null.</summary>
    public string? VolumeColumn { get; init; }

    /// <summary>True to scale the prices by adjusted close over close.</summary>
    public bool UseAdjustedClose { get; init; }

    /// <summary>The present, UTC: rows that close later are left out and counted; not checked when null.</summary>
    public DateTime? Now { get; init; }

    internal void Check()
    {
        if (TimeZone is not null && ClockOffset != TimeSpan.Zero)
            throw new ArgumentException("A time zone already tells how far the clock is ahead of UTC: give TimeZone (--time-zone) or ClockOffset (--clock-offset), not both.");
        if (DecimalSeparator is not (null or '.' or ','))
            throw new ArgumentOutOfRangeException(nameof(DecimalSeparator), DecimalSeparator, "Must be '.' or ','.");
    }
}
