using System.Security.Cryptography;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Signs messages with a shared key, and verifies signatures.</summary>
internal sealed class MessageSigner
{
    public const string DefaultScheme = "hmac-sha256";

    private readonly byte[] _key;
    private readonly HashAlgorithmName _hash;

    /// <param name="key">Empty for messages that are not signed.</param>
    /// <param name="scheme">Such as <c>hmac-sha256</c>.</param>
    /// <exception cref="ArgumentException">The scheme is none that Jupyter names.</exception>
    public MessageSigner(string key, string scheme)
    {
        _key = Encoding.UTF8.GetBytes(key);
        _hash = scheme switch
        {
            DefaultScheme => HashAlgorithmName.SHA256,
            "hmac-sha384" => HashAlgorithmName.SHA384,
            "hmac-sha512" => HashAlgorithmName.SHA512,
            _ => throw new ArgumentException($"The signature scheme {scheme} is not known; hmac-sha256, hmac-sha384 and hmac-sha512 are.", nameof(scheme)),
        };
    }

    /// <param name="parts">Header, parent header, metadata and content.</param>
    /// <returns>Lower-case hexadecimal digits; empty without a key.</returns>
    public byte[] Sign(ReadOnlySpan<byte[]> parts)
    {
        if (_key.Length == 0)
            return [];
        using var hmac = IncrementalHash.CreateHMAC(_hash, _key);
        foreach (byte[] part in parts)
            hmac.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    public bool Verifies(ReadOnlySpan<byte> signature, ReadOnlySpan<byte[]> parts) =>
        CryptographicOperations.FixedTimeEquals(signature, Sign(parts));
}
