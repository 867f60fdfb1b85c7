using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TradeBot.Exchanges.Wire;

/// <summary>Reads the exchange's JSON. An optional field with an unexpected format counts as absent.</summary>
/// <remarks>Well-formed documents cost nothing extra: only unreadable ones are inspected a second time.</remarks>
internal static class WireReader
{
    private const int LongestQuote = 60;

    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> s_properties = new();

    /// <exception cref="JsonException">The text is not JSON, or null.</exception>
    /// <exception cref="WireFieldException">A required field has another format.</exception>
    public static T Read<T>(ReadOnlySpan<byte> text, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(text, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException unreadable)
        {
            return ReadWithout(JsonNode.Parse(text, documentOptions: s_strict), type, unreadable, problems: null);
        }
    }

    /// <exception cref="WireFieldException">A required field has another format.</exception>
    public static T Read<T>(JsonElement element, JsonTypeInfo<T> type) => Read(element, type, problems: null);

    /// <summary>Like <see cref="Read{T}(JsonElement, JsonTypeInfo{T})"/>, but a required field of another format also counts as absent, and is reported.</summary>
    /// <param name="element">The JSON element.</param>
    /// <param name="type">The type to read.</param>
    /// <param name="problems">Receives the required fields that could not be read; null to throw at the first.</param>
    /// <exception cref="WireFieldException">The whole element has another format.</exception>
    public static T Read<T>(JsonElement element, JsonTypeInfo<T> type, ICollection<WireFieldException>? problems)
    {
        try
        {
            return element.Deserialize(type) ?? throw new WireFieldException("", "is null");
        }
        catch (JsonException unreadable)
        {
            return ReadWithout(NodeOf(element), type, unreadable, problems);
        }
    }

    private static JsonNode? NodeOf(JsonElement element)
    {
        try
        {
            return JsonNode.Parse(element.GetRawText(), documentOptions: s_strict);
        }
        catch (JsonException twice)
        {
            throw new WireFieldException("", $"has a field twice ({twice.Message})");
        }
    }

    private static T ReadWithout<T>(JsonNode? document, JsonTypeInfo<T> type, JsonException unreadable, ICollection<WireFieldException>? problems)
    {
        while (true)
        {
            Place place = Find(document, typeof(T), unreadable.Path ?? "$");
            if (place.Optional is { } optional)
            {
                optional.Parent.Remove(optional.Name);
            }
            else if (problems is not null && place.Field is { } needed)
            {
                problems.Add(place.Problem);
                needed.Parent.Remove(needed.Name);
            }
            else
            {
                throw place.Problem;
            }

            try
            {
                return document.Deserialize(type) ?? throw new WireFieldException("", "is null");
            }
            catch (JsonException again)
            {
                unreadable = again; // each iteration removes a field, so this terminates
            }
        }
    }

    /// <summary>A field and its parent object.</summary>
    private readonly record struct Member(JsonObject Parent, string Name);

    /// <summary>An unreadable place.</summary>
    /// <param name="Field">The innermost field; null when the document is not an object.</param>
    /// <param name="Optional">The innermost optional field; null when all are required.</param>
    /// <param name="Problem">The problem, in words.</param>
    private readonly record struct Place(Member? Field, Member? Optional, WireFieldException Problem);

    private static Place Find(JsonNode? document, Type type, string path)
    {
        Member? field = null, optional = null;
        JsonNode? node = document;
        Type? current = type;
        foreach (string segment in SegmentsOf(path))
        {
            switch (node)
            {
                case JsonArray array when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < array.Count:
                    (node, current) = (array[index], ElementOf(current));
                    break;
                case JsonObject row when row.ContainsKey(segment):
                    field = new Member(row, segment);
                    PropertyInfo? property = current is null ? null : PropertiesOf(current).GetValueOrDefault(segment);
                    if (property?.IsDefined(typeof(NeededAttribute)) == false)
                        optional = field;
                    (node, current) = (row[segment], property?.PropertyType ?? ElementOf(current));
                    break;
                default:
                    return new Place(field, optional, Problem(path, node, current));
            }
        }

        return new Place(field, optional, Problem(path, node, current));
    }

    private static WireFieldException Problem(string path, JsonNode? found, Type? type)
    {
        string text = found?.ToJsonString() ?? "null";
        return new WireFieldException(
            path.TrimStart('$').TrimStart('.'), $"is {(text.Length > LongestQuote ? text[..LongestQuote] + "…" : text)}; expected {Expected(type)}");
    }

    private static string Expected(Type? type) => (type is null ? null : Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { } number when number == typeof(decimal) || number == typeof(double) => "a number",
        { } time when time == typeof(long) => "a whole number or a time",
        { } whole when whole == typeof(int) => "a whole number",
        { } flag when flag == typeof(bool) => "true or false",
        { } text when text == typeof(string) => "a text",
        { } rows when rows == typeof(KlineRows) => "candles: rows of 5 or 7 numbers as text",
        { } list when ElementOf(list) is not null => "a list",
        _ => "an object",
    };

    /// <summary>The parts of a path such as <c>$.result.list[3].lastPrice</c>.</summary>
    private static IEnumerable<string> SegmentsOf(string path) =>
        path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(part => part.Trim('\''));

    private static Type? ElementOf(Type? type) =>
        type is null ? null : type.IsArray ? type.GetElementType() : type.IsGenericType && type != typeof(string) ? type.GetGenericArguments()[^1] : null;

    private static Dictionary<string, PropertyInfo> PropertiesOf(Type type) => s_properties.GetOrAdd(type, row => row
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .ToDictionary(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name), StringComparer.Ordinal));
}
