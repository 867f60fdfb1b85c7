namespace TradeBot.MarketData;

/// <summary>How a <see cref="CandleStore"/> keeps candles.</summary>
public sealed record CandleStoreOptions
{
    private readonly int? _keepLast;

    /// <summary>Everything is kept, plain CSV, with a cache.</summary>
    public static CandleStoreOptions Default { get; } = new();

    /// <summary>How many candles each symbol and timeframe keeps, the newest; null keeps all. At least 1. Enforced on every write.</summary>
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

    /// <summary>True to make new files .csv.gz. A file that exists stays what it is.</summary>
    /// <remarks>A compressed file is rewritten on every append: fit for archives, not for a live feed.</remarks>
    public bool Compress { get; init; }

    /// <summary>True to keep a column cache beside large files, so that they open without parsing.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>How long a write waits for another process that is writing.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
