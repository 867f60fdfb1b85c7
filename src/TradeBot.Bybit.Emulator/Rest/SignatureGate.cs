using System.Globalization;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Signing;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>Accepts requests that one key has signed at about this time.</summary>
internal sealed class SignatureGate(BybitCredentials? credentials)
{
    private const long MostAhead = 1000, DefaultWindow = 5000;

    private readonly RequestSigner? _signer = credentials is null ? null : new RequestSigner(credentials);

    /// <exception cref="RestRefusal">The key, the time or the signature is wrong.</exception>
    public void Check(HttpRequest request, long now)
    {
        string key = Header("X-BAPI-API-KEY");
        if (_signer is null || key != credentials!.Key)
            throw new RestRefusal("API key is invalid.", 10003);

        long window = Whole("X-BAPI-RECV-WINDOW") ?? DefaultWindow;
        long timestamp = Whole("X-BAPI-TIMESTAMP") ?? throw new RestRefusal("params error: timestamp is required");
        if (timestamp < now - window || timestamp >= now + MostAhead)
            throw new RestRefusal(
                string.Create(CultureInfo.InvariantCulture, $"invalid request, please check your server timestamp or recv_window param. req_timestamp[{timestamp}],server_timestamp[{now}],recv_window[{window}]"), 10002);

        string payload = request.QueryString.HasValue ? request.QueryString.Value![1..] : "";
        if (Header("X-BAPI-SIGN") != _signer.Sign(timestamp, window, payload))
            throw new RestRefusal($"error sign! origin_string[{timestamp}{key}{window}{payload}]", 10004);

        string Header(string name) => request.Headers.TryGetValue(name, out var values) ? values[0] ?? "" : "";
        long? Whole(string name) => long.TryParse(Header(name), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
    }
}
