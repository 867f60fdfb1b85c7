namespace TradeBot.Exchanges;

/// <summary>Connection options.</summary>
public sealed record BybitOptions
{
    private const string BanVariable = "TRADEBOT_BANS";
    private const string Accepted = "mainnet, testnet, demo, or an address such as http://127.0.0.1:8787";

    /// <summary>Base address of the REST endpoints.</summary>
    public required Uri Address { get; init; }

    /// <summary>Base address of the public streams; the category is appended.</summary>
    public required Uri StreamAddress { get; init; }

    /// <summary>Signs requests that need it; market data needs no key.</summary>
    public BybitCredentials? Credentials { get; init; }

    /// <summary>Requests within any <see cref="Window"/>; null for no limit. The exchange permits 600 in 5 s per IP address.</summary>
    /// <remarks>
    /// A request counts from when it is sent until a full window after its response, so that the limit is kept at the
    /// server whatever the latency. A few requests are left for other users of the address.
    /// </remarks>
    public int? RequestsPerWindow { get; init; } = 594;

    /// <summary>The span in which <see cref="RequestsPerWindow"/> counts.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Maximum number of concurrent requests, at least 1.</summary>
    public int ParallelRequests { get; init; } = 32;

    /// <summary>How long all requests stop when the exchange bans the address.</summary>
    public TimeSpan BanDuration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Folder that records a ban, so that no process of this user sends requests during it; null to record it in this process only.</summary>
    /// <remarks>
    /// Default: the folder in the environment variable TRADEBOT_BANS (<c>off</c> for none), else
    /// <c>tradebot/bans</c> in the user's local application data (<c>~/.local/share</c>, <c>~/Library/Application Support</c>,
    /// <c>%LocalAppData%</c>). It contains one small file per exchange with the end of the ban; one whose time
    /// has passed is ignored, and any may be deleted.
    /// </remarks>
    public string? BanFolder { get; init; } = DefaultBanFolder();

    /// <summary>Validity of a signed request.</summary>
    public TimeSpan ReceiveWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Retry options.</summary>
    public BybitResilience Resilience { get; init; } = new();

    /// <summary>The local clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Creates the HTTP client, such as <c>() =&gt; factory.CreateClient("bybit")</c> of a host; null for its own connection pool.</summary>
    public Func<HttpClient>? CreateClient { get; init; }

    /// <summary>The options of an environment by name, or of any address.</summary>
    /// <param name="exchange">mainnet, testnet, demo, or an address.</param>
    /// <exception cref="ArgumentException">The text is neither an environment nor an address.</exception>
    public static BybitOptions For(string exchange)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(exchange);
        return exchange switch
        {
            "mainnet" => At("https://api.bybit.com", "wss://stream.bybit.com"),
            "testnet" => At("https://api-testnet.bybit.com", "wss://stream-testnet.bybit.com"),
            "demo" => At("https://api-demo.bybit.com", "wss://stream.bybit.com"), // demo uses mainnet's market data
            _ => Uri.TryCreate(exchange, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
                ? At(exchange, StreamsOf(address))
                : throw new ArgumentException($"'{exchange}' is not an exchange; accepted are {Accepted}.", nameof(exchange)),
        };
    }

    internal void Check()
    {
        Resilience.Check();
        if (RequestsPerWindow < 1)
            throw new ArgumentOutOfRangeException(nameof(RequestsPerWindow), RequestsPerWindow, "Must be at least 1, or null for no limit.");
        if (ParallelRequests < 1)
            throw new ArgumentOutOfRangeException(nameof(ParallelRequests), ParallelRequests, "Must be at least 1.");
        if (Window <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(Window), Window, "Must be positive.");
    }

    private static string? DefaultBanFolder()
    {
        string? named = Environment.GetEnvironmentVariable(BanVariable);
        if (!string.IsNullOrWhiteSpace(named))
            return string.Equals(named, "off", StringComparison.OrdinalIgnoreCase) ? null : Path.GetFullPath(named);
        string user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return user.Length == 0 ? null : Path.Combine(user, "tradebot", "bans"); // a user without a home directory has no folder for it
    }

    private static string StreamsOf(Uri address) =>
        new UriBuilder(address) { Scheme = address.Scheme == "https" ? "wss" : "ws" }.Uri.GetLeftPart(UriPartial.Authority);

    private static BybitOptions At(string rest, string streams) =>
        new() { Address = new Uri(rest.TrimEnd('/') + "/"), StreamAddress = new Uri(streams + "/v5/public/") };
}
