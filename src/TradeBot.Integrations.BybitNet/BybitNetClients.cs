using Bybit.Net;
using Bybit.Net.Clients;

namespace TradeBot.Integrations.BybitNet;

/// <summary>Clients of Bybit.Net, aimed at any environment.</summary>
public static class BybitNetClients
{
    // Bybit.Net sends its default broker's name where none is given.
    private const string NoBroker = "none";

    /// <summary>An exchange at any address, such as a local one: REST and streams behind the same authority.</summary>
    /// <param name="address">Such as http://127.0.0.1:8787.</param>
    /// <exception cref="ArgumentException">The address is not an absolute http or https one.</exception>
    public static BybitEnvironment At(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
            throw new ArgumentException($"'{address}' is not an address; accepted is an absolute one such as http://127.0.0.1:8787.", nameof(address));

        string rest = uri.GetLeftPart(UriPartial.Authority);
        return BybitEnvironment.CreateCustom("local", rest, (uri.Scheme == "https" ? "wss" : "ws") + rest[uri.Scheme.Length..]);
    }

    /// <summary>A client for requests.</summary>
    /// <param name="environment">Where the exchange is.</param>
    /// <param name="broker">The broker that each request names; null for none.</param>
    public static BybitRestClient Rest(BybitEnvironment environment, string? broker = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new BybitRestClient(options =>
        {
            options.Environment = environment;
            options.Referer = broker ?? NoBroker;
        });
    }

    /// <summary>A client for streams.</summary>
    /// <param name="environment">Where the exchange is.</param>
    public static BybitSocketClient Socket(BybitEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new BybitSocketClient(options => options.Environment = environment);
    }
}
