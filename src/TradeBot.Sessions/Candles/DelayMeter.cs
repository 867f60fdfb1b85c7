namespace TradeBot.Sessions;

/// <summary>Measures how much later than usual decisions are made.</summary>
/// <remarks>
/// It compares the clock with the market's time; the smallest difference so far is the usual one. So the clock need not be
/// synchronised, and candles that are replayed at any speed are on time.
/// </remarks>
/// <param name="time">The clock.</param>
/// <param name="tolerance">The longest delay that counts as on time.</param>
internal sealed class DelayMeter(TimeProvider time, TimeSpan tolerance)
{
    private long _usual = long.MaxValue;

    /// <summary>The market's time as far as known, milliseconds since 1970-01-01 UTC.</summary>
    public long Known { get; set; }

    /// <summary>Delay of the decision on a moment, in milliseconds; 0 if it is on time.</summary>
    public long Behind(long moment)
    {
        long distance = time.GetUtcNow().ToUnixTimeMilliseconds() - moment;
        _usual = Math.Min(_usual, distance);
        long late = Math.Max(distance - _usual, Known - moment);
        return late > tolerance.TotalMilliseconds ? late : 0;
    }
}
