using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Writes JSON as Jupyter does: one space of indent, LF, keys in their order, non-ASCII text unescaped.</summary>
/// <remarks>
/// <see cref="Utf8JsonWriter"/> escapes characters outside the basic plane under every encoder it has, and
/// Jupyter does not; a notebook that only passes through would change on every run.
/// </remarks>
internal static class NotebookJson
{
    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 512 };

    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: ReadOptions);

    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        WriteNode(text, node, depth: 0);
        return text.Append('\n').ToString();
    }

    /// <summary>The node indented, without a final line end: what a reader sees of a JSON output.</summary>
    public static string Pretty(JsonNode? node)
    {
        var text = new StringBuilder();
        WriteNode(text, node, depth: 0);
        return text.ToString();
    }

    /// <summary>Sorts the keys of all objects below the node, in place: cells that are held stay the same objects.</summary>
    public static void SortKeys(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
                SortKeys(item);
        }
        else if (node is JsonObject members)
        {
            KeyValuePair<string, JsonNode?>[] sorted = [.. members.OrderBy(member => member.Key, StringComparer.Ordinal)];
            members.Clear();
            foreach ((string name, JsonNode? value) in sorted)
            {
                members.Add(name, value);
                SortKeys(value);
            }
        }
    }

    private static void WriteNode(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: > 0 } members:
                WriteObject(text, members, depth);
                break;
            case JsonObject:
                text.Append("{}");
                break;
            case JsonArray { Count: > 0 } items:
                WriteArray(text, items, depth);
                break;
            case JsonArray:
                text.Append("[]");
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject members, int depth)
    {
        text.Append('{');
        bool first = true;
        foreach ((string name, JsonNode? value) in members)
        {
            NextLine(text, ref first, depth + 1);
            WriteString(text, name);
            text.Append(": ");
            WriteNode(text, value, depth + 1);
        }

        text.Append('\n').Append(' ', depth).Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonArray items, int depth)
    {
        text.Append('[');
        bool first = true;
        foreach (JsonNode? item in items)
        {
            NextLine(text, ref first, depth + 1);
            WriteNode(text, item, depth + 1);
        }

        text.Append('\n').Append(' ', depth).Append(']');
    }

    private static void NextLine(StringBuilder text, ref bool first, int depth)
    {
        if (!first)
            text.Append(',');
        first = false;
        text.Append('\n').Append(' ', depth);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                default:
                    if (c < ' ' || IsLoneSurrogate(value, i))
                        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    else
                        text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }

    private static bool IsLoneSurrogate(string value, int index)
    {
        char c = value[index];
        if (char.IsHighSurrogate(c))
            return index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1]);
        return char.IsLowSurrogate(c) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
    }
}
