namespace TradeBot.Sessions;

/// <summary>How much later than usual decisions are made.</summary>
/// <remarks>
/// It compares the clock with the market's time and takes the smallest distance ever seen for the usual one. So it needs no
/// synchronised clock, and past candles that are replayed at any speed are on time.
/// </remarks>
/// <param name="time">The clock.</param>
/// <param name="tolerance">What still counts as on time.</param>
internal sealed class DelayMeter(TimeProvider time, TimeSpan tolerance)
{
    private long _usual = long.MaxValue;

    /// <summary>The market is known to have come so far; milliseconds since 1970-01-01 UTC.</summary>
    public long Known { get; set; }

    /// <summary>How many milliseconds after a moment it is decided; 0 when it is on time.</summary>
    public long Behind(long moment)
    {
        long distance = time.GetUtcNow().ToUnixTimeMilliseconds() - moment;
        _usual = Math.Min(_usual, distance);
        long late = Math.Max(distance - _usual, Known - moment);
        return late > tolerance.TotalMilliseconds ? late : 0;
    }
}
