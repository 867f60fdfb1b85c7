using System.Text.Json;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>What a client asked on a socket. Anything may be missing or of a wrong kind: then it is refused, not the connection.</summary>
/// <param name="RequestId">As it was sent; undefined when it was not.</param>
/// <param name="Operation">Empty when it was not sent, or is not a string.</param>
/// <param name="Topics">The texts of its arguments.</param>
internal sealed record SocketRequest(JsonElement RequestId, string Operation, IReadOnlyList<string> Topics)
{
    /// <summary>The arguments of any kind, as sent; undefined when there are none.</summary>
    public JsonElement Arguments { get; private init; }

    /// <summary>True for an id that can be sent back: a text, a number, true, false or null, or none at all.</summary>
    public bool HasScalarId => RequestId.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    /// <returns>An empty request when the text is not a JSON object.</returns>
    public static SocketRequest Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new SocketRequest(IdOf(root), TextOf(root, "op"), TopicsOf(root)) { Arguments = root.TryGetProperty("args", out JsonElement all) ? all.Clone() : default }
                : new SocketRequest(default, "", []);
        }
        catch (JsonException)
        {
            return new SocketRequest(default, "", []);
        }
    }

    private static JsonElement IdOf(JsonElement root) => root.TryGetProperty("req_id", out JsonElement id) ? id.Clone() : default;

    private static string TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string[] TopicsOf(JsonElement root) => root.TryGetProperty("args", out JsonElement all) && all.ValueKind == JsonValueKind.Array
        ? [.. all.EnumerateArray().Where(argument => argument.ValueKind == JsonValueKind.String).Select(argument => argument.GetString()!)]
        : [];
}
