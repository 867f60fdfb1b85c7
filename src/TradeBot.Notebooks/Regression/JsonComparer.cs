using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Compares JSON by its data: the order of keys, ids and the last digits of numbers are ignored.</summary>
/// <remarks>Knows of charts only that <c>uid</c> and <c>model_id</c> are ids and that <c>bdata</c> holds an array of numbers of a <c>dtype</c>.</remarks>
internal static class JsonComparer
{
    private static readonly string[] Ids = ["uid", "model_id"];

    public static IEnumerable<Difference> Compare(JsonNode? recorded, JsonNode? actual, Tolerance tolerance) => Compare("", recorded, actual, tolerance);

    private static IEnumerable<Difference> Compare(string path, JsonNode? recorded, JsonNode? actual, Tolerance tolerance)
    {
        recorded = PackedNumbers.Unpack(recorded);
        actual = PackedNumbers.Unpack(actual);
        return (recorded, actual) switch
        {
            (JsonObject a, JsonObject b) => Objects(path, a, b, tolerance),
            (JsonArray a, JsonArray b) when IsFlat(a) && IsFlat(b) => Lists(path, a, b, tolerance),
            (JsonArray a, JsonArray b) when a.Count == b.Count => Enumerable.Range(0, a.Count).SelectMany(i => Compare(Item(path, i, a[i]), a[i], b[i], tolerance)),
            (JsonArray a, JsonArray b) => [new Difference(path, $"{Count(a)} items", $"{Count(b)} items")],
            _ => AreSame(recorded, actual, tolerance) ? [] : [new Difference(path, Text(recorded), Text(actual), Note(recorded, actual))],
        };
    }

    private static IEnumerable<Difference> Objects(string path, JsonObject recorded, JsonObject actual, Tolerance tolerance)
    {
        foreach (string name in recorded.Select(member => member.Key).Union(actual.Select(member => member.Key)).Except(Ids))
        {
            string place = path.Length == 0 ? name : $"{path}.{name}";
            if (!actual.TryGetPropertyValue(name, out JsonNode? now))
                yield return new Difference(place, Text(recorded[name]), null);
            else if (!recorded.TryGetPropertyValue(name, out JsonNode? before))
                yield return new Difference(place, null, Text(now));
            else
            {
                foreach (Difference difference in Compare(place, before, now, tolerance))
                    yield return difference;
            }
        }
    }

    /// <summary>One difference for a whole column of data, with the first and the largest.</summary>
    private static IEnumerable<Difference> Lists(string path, JsonArray recorded, JsonArray actual, Tolerance tolerance)
    {
        if (recorded.Count != actual.Count)
            return [new Difference(path, $"{Count(recorded)} values", $"{Count(actual)} values")];
        int[] different = [.. Enumerable.Range(0, recorded.Count).Where(i => !AreSame(recorded[i], actual[i], tolerance))];
        if (different.Length == 0)
            return [];
        int first = different[0];
        string place = string.Create(CultureInfo.InvariantCulture, $"{path}[{first}]");
        if (different.Length == 1)
            return [new Difference(place, Text(recorded[first]), Text(actual[first]), Note(recorded[first], actual[first]))];
        int largest = different.MaxBy(i => Math.Abs((Number(recorded[i]) ?? 0) - (Number(actual[i]) ?? 0)));
        string note = string.Create(CultureInfo.InvariantCulture, $"{different.Length} of {recorded.Count} values differ, most [{largest}]: {Text(recorded[largest])}, now {Text(actual[largest])}");
        return [new Difference(place, Text(recorded[first]), Text(actual[first]), note)];
    }

    private static bool AreSame(JsonNode? recorded, JsonNode? actual, Tolerance tolerance)
    {
        if (Number(recorded) is { } a && Number(actual) is { } b)
            return tolerance.Accepts(a, b);
        if (Kind(recorded) == JsonValueKind.String && Kind(actual) == JsonValueKind.String)
            return TextComparer.AreSame(recorded!.GetValue<string>(), actual!.GetValue<string>(), tolerance);
        return JsonNode.DeepEquals(recorded, actual);
    }

    private static string? Note(JsonNode? recorded, JsonNode? actual) =>
        Number(recorded) is { } a && Number(actual) is { } b ? TextComparer.Distance(a, b) : null;

    private static bool IsFlat(JsonArray items) => items.All(item => item is null or JsonValue);

    private static double? Number(JsonNode? node) =>
        Kind(node) == JsonValueKind.Number && double.TryParse(node!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    private static string Item(string path, int index, JsonNode? item)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
        return item is JsonObject members && members["name"] is JsonValue name ? $"{place} \"{name}\"" : place;
    }

    private static string Count(JsonArray items) => items.Count.ToString(CultureInfo.InvariantCulture);

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
