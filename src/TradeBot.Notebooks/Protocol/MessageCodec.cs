using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Turns messages into signed frames and frames into verified messages.</summary>
internal sealed class MessageCodec(MessageSigner signer, TimeProvider time)
{
    public const string ProtocolVersion = "5.3";

    private const int Parts = 4;
    private static readonly byte[] NoHeader = "{}"u8.ToArray();
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 512 };

    // Escapes no more than JSON needs: a page of HTML keeps its length.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private readonly string _session = Guid.NewGuid().ToString();

    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <returns>Null for frames that are not a message, or that the key did not sign.</returns>
    public JupyterMessage? Decode(byte[][] frames)
    {
        int delimiter = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (delimiter < 0 || frames.Length < delimiter + 2 + Parts)
            return null;
        ReadOnlySpan<byte[]> parts = frames.AsSpan(delimiter + 2, Parts);
        if (!signer.Verifies(frames[delimiter + 1], parts))
            return null;

        try
        {
            return JsonNode.Parse(parts[0], documentOptions: Depth) is JsonObject header
                && JsonNode.Parse(parts[2], documentOptions: Depth) is JsonObject metadata
                && JsonNode.Parse(parts[3], documentOptions: Depth) is JsonObject content
                && Member(header, "msg_id") is { } id
                && Member(header, "msg_type") is { } type
                    ? new JupyterMessage(frames[..delimiter], parts[0], id, type, metadata, content)
                    : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null; // not JSON, or with a name twice
        }
    }

    /// <param name="envelope">Identities on a routed channel, the topic on iopub.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="content">The message's content.</param>
    /// <param name="parent">The header of the request that this belongs to; null for none.</param>
    /// <param name="metadata">The message's metadata; null for none.</param>
    public byte[][] Encode(byte[][] envelope, string type, JsonObject content, byte[]? parent, JsonObject? metadata = null)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        byte[][] parts = [Bytes(header), parent ?? NoHeader, metadata is null ? NoHeader : Bytes(metadata), Bytes(content)];
        return [.. envelope, Delimiter.ToArray(), signer.Sign(parts), .. parts];
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Plain);

    private static string? Member(JsonObject header, string name) =>
        header[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
