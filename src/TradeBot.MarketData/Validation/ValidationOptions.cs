namespace TradeBot.MarketData;

/// <summary>Thresholds of the validation.</summary>
public sealed record ValidationOptions
{
    /// <summary>Robust z-score of a log return above which it is an outlier; positive.</summary>
    /// <remarks>
    /// <c>0.6745 · |r − median| / MAD</c>. Returns have fat tails and volatility clusters, so that what
    /// would be absurd for normal returns happens every week: 3.5 % in a minute is a score of about 100.
    /// </remarks>
    public double OutlierScore { get; init; } = 40;

    /// <summary>Number of consecutive candles at one price, with volume, from which the price counts as stuck; at least 2.</summary>
    public int StuckCandles { get; init; } = 30;

    /// <summary>Number of consecutive candles without volume from which they are reported; at least 1.</summary>
    public int ZeroVolumeCandles { get; init; } = 1;

    /// <summary>Current time, UTC, to check whether the last candle had closed; not checked when null.</summary>
    public DateTime? Now { get; init; }

    /// <summary>The default options with the current time of a clock.</summary>
    public static ValidationOptions At(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new ValidationOptions { Now = clock.GetUtcNow().UtcDateTime };
    }

    internal void Check()
    {
        if (!(OutlierScore > 0))
            throw new ArgumentOutOfRangeException(nameof(OutlierScore), OutlierScore, "Must be positive.");
        ArgumentOutOfRangeException.ThrowIfLessThan(StuckCandles, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(ZeroVolumeCandles, 1);
    }
}
