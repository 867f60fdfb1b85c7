using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TradeBot.Exchanges.Signing;

/// <summary>Signs requests: HMAC-SHA256 over UTF-8, in lower-case hexadecimal.</summary>
internal sealed class RequestSigner(BybitCredentials credentials)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(credentials.Secret);

    /// <param name="timestamp">Milliseconds since 1970-01-01 UTC, by the server's clock.</param>
    /// <param name="window">Validity of the request in milliseconds.</param>
    /// <param name="payload">The query exactly as sent, without "?", or the body exactly as sent.</param>
    public string Sign(long timestamp, long window, string payload) =>
        Hex(string.Create(CultureInfo.InvariantCulture, $"{timestamp}{credentials.Key}{window}{payload}"));

    /// <summary>The signature for authentication on private streams.</summary>
    /// <param name="expires">Expiry, in milliseconds since 1970-01-01 UTC.</param>
    public string SignStream(long expires) => Hex(string.Create(CultureInfo.InvariantCulture, $"GET/realtime{expires}"));

    private string Hex(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(text)));
}
