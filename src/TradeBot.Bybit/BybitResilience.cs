namespace TradeBot.Exchanges;

/// <summary>Retry, timeout and circuit breaker options.</summary>
public sealed record BybitResilience
{
    /// <summary>Maximum number of attempts per request, at least 1.</summary>
    public int Attempts { get; init; } = 10;

    /// <summary>Mean delay before the second attempt; doubles each time, with jitter.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Maximum delay between attempts.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Timeout of one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Circuit breaker: how long no request is sent after half of the recent ones failed on the server's side.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Heartbeat interval of a socket; the exchange requires 20 s.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long after a ping the exchange may say nothing at all before the socket is taken for dead and connected again.</summary>
    public TimeSpan PongTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Seed of the jitter.</summary>
    public int Seed { get; init; } = 1;

    internal void Check()
    {
        if (Attempts < 1)
            throw new ArgumentOutOfRangeException(nameof(Attempts), Attempts, "Must be at least 1.");
        foreach ((string name, TimeSpan time) in ((string, TimeSpan)[])[(nameof(Delay), Delay), (nameof(LongestDelay), LongestDelay), (nameof(Timeout), Timeout), (nameof(Break), Break), (nameof(Heartbeat), Heartbeat), (nameof(PongTimeout), PongTimeout)])
        {
            if (time <= TimeSpan.Zero)
                throw new ArgumentOutOfRangeException(name, time, "Must be positive.");
        }
    }
}
