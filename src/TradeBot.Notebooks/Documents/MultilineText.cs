using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>nbformat's multi-line string: one string, or a list of lines that keep their line ends.</summary>
internal static class MultilineText
{
    /// <returns>The text, or null where the node is neither a string nor a list of strings.</returns>
    public static string? Read(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonArray lines when lines.All(IsString) => string.Concat(lines.Select(line => line!.GetValue<string>())),
        _ => null,
    };

    /// <summary>Splits after each LF, as Jupyter does; empty text is an empty list.</summary>
    public static JsonArray Write(string text)
    {
        var lines = new JsonArray();
        for (int start = 0; start < text.Length;)
        {
            int feed = text.IndexOf('\n', start);
            int end = feed < 0 ? text.Length : feed + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    private static bool IsString(JsonNode? node) => node is JsonValue && node.GetValueKind() == JsonValueKind.String;
}
