namespace TradeBot.Exchanges.Streams;

/// <summary>How long to wait before the next connection: doubling, with jitter, and from the start again after a long one.</summary>
internal sealed class Backoff(BybitResilience resilience, int seed)
{
    private const int LongestExponent = 16;

    private readonly Random _random = new(seed);
    private int _failures;

    /// <param name="lived">How long the last connection lasted.</param>
    public TimeSpan Next(TimeSpan lived)
    {
        if (lived > resilience.Heartbeat)
            _failures = 0;
        double mean = resilience.Delay.TotalMilliseconds * Math.Pow(2, Math.Min(_failures++, LongestExponent));
        return TimeSpan.FromMilliseconds(Math.Min(mean, resilience.LongestDelay.TotalMilliseconds) * (0.5 + _random.NextDouble() / 2));
    }
}
