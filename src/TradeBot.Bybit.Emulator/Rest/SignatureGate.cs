using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Signing;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>Accepts requests that one key has signed at about this time: first the key, then the time, then the signature.</summary>
internal sealed class SignatureGate(BybitCredentials? credentials, EmulatorAccount account)
{
    private const long MostAhead = 1000, DefaultWindow = 5000;

    private readonly RequestSigner? _signer = credentials is null ? null : new RequestSigner(credentials);

    /// <param name="request">With the headers of a signed request.</param>
    /// <param name="body">As sent; empty without one.</param>
    /// <param name="now">The exchange's clock.</param>
    /// <exception cref="RestRefusal">The key, the time or the signature is wrong.</exception>
    public void Check(HttpRequest request, string body, long now)
    {
        string key = Header("X-BAPI-API-KEY");
        CheckKey(key, request.HttpContext.Connection.RemoteIpAddress, now);
        long window = Whole("X-BAPI-RECV-WINDOW") ?? DefaultWindow;
        long timestamp = CheckTime(Header("X-BAPI-TIMESTAMP"), window, now);
        string payload = HttpMethods.IsGet(request.Method) ? request.QueryString.HasValue ? request.QueryString.Value![1..] : "" : body;
        if (Header("X-BAPI-SIGN") != _signer!.Sign(timestamp, window, payload))
            throw new RestRefusal($"error sign! origin_string[{timestamp}{key}{window}{payload}]", 10004);

        string Header(string name) => request.Headers.TryGetValue(name, out var values) ? values[0] ?? "" : "";
        long? Whole(string name) => long.TryParse(Header(name), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
    }

    /// <summary>A time within the window, and not a second or more ahead.</summary>
    /// <exception cref="RestRefusal">It is missing or outside.</exception>
    public static long CheckTime(string? text, long? window, long now)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long timestamp))
            throw new RestRefusal("params error: timestamp is required");
        long span = window ?? DefaultWindow;
        return timestamp >= now - span && timestamp < now + MostAhead
            ? timestamp
            : throw new RestRefusal(
                string.Create(CultureInfo.InvariantCulture, $"invalid request, please check your server timestamp or recv_window param. req_timestamp[{timestamp}],server_timestamp[{now}],recv_window[{span}]"), 10002);
    }

    /// <summary>What the private streams' auth operation has to give: the key, a time that is still to come, and its signature.</summary>
    /// <exception cref="RestRefusal">One of them is wrong.</exception>
    public void CheckStream(string key, long expires, string signature, IPAddress? address, long now)
    {
        CheckKey(key, address, now);
        if (expires <= now)
            throw new RestRefusal("Params Error: expires has passed", 10002);
        if (signature != _signer!.SignStream(expires))
            throw new RestRefusal("Params Error: signature", 10004);
    }

    private void CheckKey(string key, IPAddress? address, long now)
    {
        if (_signer is null || key != credentials!.Key)
            throw new RestRefusal("API key is invalid.", 10003);
        if (account.KeyExpiresAt is { } end && now >= UnixTime.FromDateTime(end))
            throw new RestRefusal("Your api key has expired.", 33004);
        if (!account.Addresses.Contains("*") && !account.Addresses.Contains(address?.MapToIPv4().ToString() ?? ""))
            throw new RestRefusal("Unmatched IP, please check your API key's bound IP addresses.", 10010);
    }
}
