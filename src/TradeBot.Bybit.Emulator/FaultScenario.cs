namespace TradeBot.Exchanges.Emulator;

/// <summary>What goes wrong, and how often. The same scenario and seed have the same effect on the same requests.</summary>
/// <remarks>Probabilities are from 0 to 1: of a request for the first group, of a message pushed for the second.</remarks>
public sealed record FaultScenario
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultScenario None { get; } = new();

    /// <summary>The names that <see cref="Named"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["none", "latency", "limits", "ban", "errors", "broken", "sockets", "messages", "book", "skew", "halts", "chaos"];

    /// <summary>Decides when the faults happen.</summary>
    public int Seed { get; init; }

    /// <summary>Each response is delayed by up to this, in real time.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Refused with 10006, with the headers of the rate limit.</summary>
    public double RateLimit { get; init; }

    /// <summary>Refused with 10006 and without headers.</summary>
    public double RateLimitWithoutHeaders { get; init; }

    /// <summary>Refused with HTTP 403, and everything after it for <see cref="BanDuration"/>.</summary>
    public double Ban { get; init; }

    /// <summary>How long such a ban lasts, real time.</summary>
    public TimeSpan BanDuration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Answered with HTTP 500 to 504.</summary>
    public double ServerError { get; init; }

    /// <summary>Answered with 10000 or 10016.</summary>
    public double ServerCode { get; init; }

    /// <summary>The response's JSON is truncated.</summary>
    public double Truncated { get; init; }

    /// <summary>The response is an HTML page.</summary>
    public double Invalid { get; init; }

    /// <summary>The connection is closed before the response.</summary>
    public double Aborted { get; init; }

    /// <summary>A row appears twice on a page.</summary>
    public double RepeatedRow { get; init; }

    /// <summary>The socket is closed.</summary>
    public double SocketDrop { get; init; }

    /// <summary>The socket goes silent without being closed: no pushes, no pongs. Per connection, not per message.</summary>
    public double Silence { get; init; }

    /// <summary>The message is sent twice.</summary>
    public double Duplicate { get; init; }

    /// <summary>The message is sent late, after others.</summary>
    public double Reorder { get; init; }

    /// <summary>The message is never sent.</summary>
    public double Lost { get; init; }

    /// <summary>An order book update is not sent.</summary>
    public double BookGap { get; init; }

    /// <summary>The exchange's clock is ahead of the real time, or behind when negative.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>Fraction of all candles that are missing because the market is halted.</summary>
    public double Halted { get; init; }

    /// <summary>A scenario by name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="seed">Decides when the faults happen, and for chaos how often each does.</param>
    /// <exception cref="ArgumentException">There is no scenario of this name.</exception>
    public static FaultScenario Named(string name, int seed) => name switch
    {
        "none" => None with { Seed = seed },
        "latency" => new() { Seed = seed, Latency = TimeSpan.FromMilliseconds(250) },
        "limits" => new() { Seed = seed, RateLimit = 0.1, RateLimitWithoutHeaders = 0.1 },
        "ban" => new() { Seed = seed, Ban = 0.02 },
        "errors" => new() { Seed = seed, ServerError = 0.15, ServerCode = 0.1 },
        "broken" => new() { Seed = seed, Truncated = 0.1, Invalid = 0.1, Aborted = 0.1, RepeatedRow = 0.2 },
        "sockets" => new() { Seed = seed, SocketDrop = 0.02, Silence = 0.2 },
        "messages" => new() { Seed = seed, Duplicate = 0.1, Reorder = 0.1, Lost = 0.05 },
        "book" => new() { Seed = seed, BookGap = 0.05 },
        "skew" => new() { Seed = seed, ClockSkew = TimeSpan.FromSeconds(7) },
        "halts" => new() { Seed = seed, Halted = 0.1 },
        "chaos" => Chaos(seed),
        _ => throw new ArgumentException($"'{name}' is not a scenario; accepted are {string.Join(", ", Names)}.", nameof(name)),
    };

    private static FaultScenario Chaos(int seed)
    {
        var random = new Random(seed);
        double Up(double most) => random.NextDouble() * most;
        return new FaultScenario
        {
            Seed = seed,
            Latency = TimeSpan.FromMilliseconds(Up(20)),
            RateLimit = Up(0.08),
            RateLimitWithoutHeaders = Up(0.08),
            Ban = Up(0.01),
            BanDuration = TimeSpan.FromMilliseconds(200),
            ServerError = Up(0.08),
            ServerCode = Up(0.08),
            Truncated = Up(0.08),
            Invalid = Up(0.08),
            Aborted = Up(0.08),
            RepeatedRow = Up(0.2),
            SocketDrop = Up(0.03),
            Silence = Up(0.3),
            Duplicate = Up(0.1),
            Reorder = Up(0.1),
            Lost = Up(0.1),
            BookGap = Up(0.05),
            ClockSkew = TimeSpan.FromSeconds(Up(20) - 10),
            Halted = Up(0.15),
        };
    }
}
