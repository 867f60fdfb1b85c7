namespace TradeBot.Exchanges.Emulator;

/// <summary>How many requests the local exchange permits, counted by the real clock as Bybit does.</summary>
public sealed record EmulatorLimits
{
    /// <summary>No limit at all.</summary>
    public static EmulatorLimits None { get; } = new() { RequestsPerWindow = null, PerUser = false };

    /// <summary>Requests in any <see cref="Window"/> for all clients together; one more is answered with 403 and bans. Null for no limit.</summary>
    public int? RequestsPerWindow { get; init; } = 600;

    /// <summary>The period in which requests are counted.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a ban lasts.</summary>
    public TimeSpan Ban { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Requests in any second to one endpoint, stated in the X-Bapi-Limit headers; one more is answered with 10006. Null for no limit and no headers.</summary>
    public int? PerEndpoint { get; init; }

    /// <summary>Whether the account's requests are limited per second and endpoint as the exchange documents: 10 new linear orders, 20 of spot, and so on.</summary>
    public bool PerUser { get; init; } = true;
}
