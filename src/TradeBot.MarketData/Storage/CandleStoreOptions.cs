namespace TradeBot.MarketData;

/// <summary>Options of a <see cref="CandleStore"/>.</summary>
public sealed record CandleStoreOptions
{
    private readonly int? _keepLast;

    /// <summary>Keep everything, as plain CSV, with a cache.</summary>
    public static CandleStoreOptions Default { get; } = new();

    /// <summary>Number of newest candles to keep per symbol and timeframe, at least 1; null keeps all. Enforced on every write.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? KeepLast
    {
        get => _keepLast;
        init
        {
            if (value < 1)
                throw new ArgumentOutOfRangeException(nameof(KeepLast), value, "Must be at least 1, or null to keep every candle.");
            _keepLast = value;
        }
    }

    /// <summary>True to create new files as .csv.gz. Existing files keep their format.</summary>
    /// <remarks>A compressed file is rewritten on every append: suitable for archives, not for a live feed.</remarks>
    public bool Compress { get; init; }

    /// <summary>True to keep a column cache beside large files, so that they open without parsing.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Timeout for waiting on another writing process.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
