namespace TradeBot.Exchanges.Streams;

/// <summary>Reconnection delay: doubling, with jitter, reset after a long-lived connection.</summary>
internal sealed class Backoff(BybitResilience resilience, int seed)
{
    private const int LongestExponent = 16;

    private readonly Random _random = new(seed);
    private int _failures;

    /// <param name="lived">Duration of the last connection.</param>
    public TimeSpan Next(TimeSpan lived)
    {
        if (lived > resilience.Heartbeat)
            _failures = 0;
        double mean = resilience.Delay.TotalMilliseconds * Math.Pow(2, Math.Min(_failures++, LongestExponent));
        return TimeSpan.FromMilliseconds(Math.Min(mean, resilience.LongestDelay.TotalMilliseconds) * (0.5 + _random.NextDouble() / 2));
    }
}
