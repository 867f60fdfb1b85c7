using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TradeBot;

/// <summary>The one JSON form of a spec: names in order, two spaces, line feeds, every number as it reads back.</summary>
/// <remarks>Compiled into each assembly that has specs; the projects share no other library.</remarks>
internal static class SpecText
{
    private const string Format = "format";

    /// <summary>The options with which every spec is written and read.</summary>
    /// <param name="converters">Of the types that need one.</param>
    /// <param name="isLeftOut">Properties that are not written; null for none.</param>
    public static JsonSerializerOptions Options(IEnumerable<JsonConverter> converters, Func<JsonPropertyInfo, bool>? isLeftOut = null)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            RespectNullableAnnotations = true,
            AllowOutOfOrderMetadataProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers =
                {
                    type =>
                    {
                        for (int i = type.Properties.Count - 1; i >= 0; i--)
                        {
                            if (isLeftOut?.Invoke(type.Properties[i]) == true)
                                type.Properties.RemoveAt(i);
                        }
                    },
                },
            },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        foreach (JsonConverter converter in converters)
            options.Converters.Add(converter);
        return options;
    }

    /// <summary>The text of a spec.</summary>
    /// <param name="spec">What is written.</param>
    /// <param name="format">The kind of file, with its version.</param>
    /// <param name="options">Of this kind.</param>
    public static string Write<T>(T spec, string format, JsonSerializerOptions options)
    {
        JsonObject root = JsonSerializer.SerializeToNode(spec, options)!.AsObject();
        root[Format] = format;
        return Sorted(root)!.ToJsonString(new JsonSerializerOptions(options) { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    /// <summary>SHA-256 of a text, in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads a spec.</summary>
    /// <param name="text">As <see cref="Write"/> made it, in any order.</param>
    /// <param name="source">The file, for messages.</param>
    /// <param name="format">The expected kind of file.</param>
    /// <param name="options">Of this kind.</param>
    /// <exception cref="InvalidDataException">It is not a spec of that kind, or a value is not accepted; the message names file, place and value.</exception>
    public static T Read<T>(string text, string source, string format, JsonSerializerOptions options)
    {
        JsonNode? root = null;
        try
        {
            root = JsonNode.Parse(text);
            if (root is not JsonObject spec || spec[Format] is not JsonValue found || found.GetValueKind() != JsonValueKind.String || found.GetValue<string>() != format)
                throw new InvalidDataException($"{source}: expected \"{Format}\": \"{format}\", found {(root as JsonObject)?[Format]?.ToJsonString() ?? "none"}.");
            spec.Remove(Format);
            return spec.Deserialize<T>(options)!;
        }
        catch (JsonException fault)
        {
            string place = fault.Path is { Length: > 1 } path ? $"{path[2..]}{ValueAt(root, path)}: " : "";
            throw new InvalidDataException($"{source}: {place}{fault.Message.Split(" Path: ")[0]}", fault);
        }
        catch (Exception fault) when (fault is ArgumentException || (fault is InvalidDataException && !fault.Message.StartsWith(source, StringComparison.Ordinal)))
        {
            throw new InvalidDataException($"{source}: {fault.Message.ReplaceLineEndings(" ")}", fault);
        }
    }

    /// <summary>Reads a value in a converter, so that an error is reported at the place of the whole value.</summary>
    public static T Part<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(ref reader, options)!;
        }
        catch (JsonException fault)
        {
            throw new JsonException($"{(fault.Path is { Length: > 2 } path ? $"{path[2..]}: " : "")}{fault.Message.Split(" Path: ")[0]}", fault);
        }
    }

    /// <summary>Whether a text is a spec of a kind, whatever its version.</summary>
    public static bool IsOf(string text, string kind) => FieldOf(text, Format)?.StartsWith(kind, StringComparison.Ordinal) == true;

    /// <summary>Whether a text is the manifest of a run.</summary>
    public static bool IsManifest(string text) => FieldOf(text, "resultHash") is not null;

    private static string? FieldOf(string text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out JsonElement field) ? field.ToString() : null;
        }
        catch (JsonException)
        {
            return null; // the reader reports where
        }
    }

    private static string ValueAt(JsonNode? root, string path)
    {
        JsonNode? node = root;
        foreach (string step in path[1..].Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            node = node is JsonArray array && int.TryParse(step, CultureInfo.InvariantCulture, out int index) ? array.ElementAtOrDefault(index) : (node as JsonObject)?[step];
        return node is JsonValue value ? $" is {value.ToJsonString()}" : "";
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject parts => new JsonObject(parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
