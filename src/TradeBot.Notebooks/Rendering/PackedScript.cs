using System.IO.Compression;

namespace TradeBot.Notebooks;

/// <summary>A JavaScript library for pages, stored in this assembly as gzip.</summary>
/// <param name="resource">Its name there.</param>
internal sealed class PackedScript(string resource)
{
    private readonly Lazy<string> _packed = new(() => Convert.ToBase64String(PageResource.Bytes(resource)));
    private readonly Lazy<string> _source = new(() => System.Text.Encoding.UTF8.GetString(Unpack(PageResource.Bytes(resource))));

    /// <summary>The script as base64 of gzip, a third of its size.</summary>
    public string Packed => _packed.Value;

    /// <summary>The script.</summary>
    public string Source => _source.Value;

    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
