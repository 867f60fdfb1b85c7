using System.Text;
using System.Text.Json;

namespace TradeBot.MarketData;

/// <summary>Rows of JSON: arrays or objects in an array, anywhere in an exchange's response.</summary>
internal static class JsonFields
{
    private const int FewestFields = 5;
    private const string Expected = "an array of rows [time, open, high, low, close, volume], or of objects that name them";

    public static FieldTable Read(ReadOnlyMemory<byte> text, string source)
    {
        using JsonDocument document = Parse(text, source);
        var fields = new FieldTable(source, ',');
        List<JsonElement> tables = [];
        Find(document.RootElement, tables, fields);
        if (tables.Count != 1)
            throw new CandleDataException(
                source, 0, "", "", tables.Count == 0 ? Expected : FormattableString.Invariant($"{Expected}; there are {tables.Count} such arrays"));

        string[] names = NamesOf(tables[0]);
        if (names.Length > 0)
            AddRow(fields, 0, names.Select(Encoding.UTF8.GetBytes));

        long line = 0;
        foreach (JsonElement element in tables[0].EnumerateArray())
            AddRow(fields, ++line, BytesOf(element, names));
        return fields;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> text, string source)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new CandleDataException(source, (exception.LineNumber ?? 0) + 1, "", "", $"valid JSON ({exception.Message})", exception);
        }
    }

    private static void Find(JsonElement element, List<JsonElement> tables, FieldTable fields)
    {
        if (element.ValueKind == JsonValueKind.Array && element.EnumerateArray().Any(IsRow))
        {
            tables.Add(element);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String && ColumnNames.Symbol.Contains(ColumnNames.Normalise(property.Name)))
                    fields.Symbol = property.Value.GetString();
                Find(property.Value, tables, fields);
            }
        }
    }

    private static bool IsRow(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.GetArrayLength() >= FewestFields,
        JsonValueKind.Object => element.EnumerateObject().Count() >= FewestFields,
        _ => false,
    };

    private static string[] NamesOf(JsonElement table) =>
    [
        .. table.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object)
            .SelectMany(row => row.EnumerateObject().Select(property => property.Name)).Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<byte[]> BytesOf(JsonElement row, string[] names) => row.ValueKind switch
    {
        JsonValueKind.Array => row.EnumerateArray().Select(BytesOf),
        JsonValueKind.Object => names.Select(name => row.TryGetProperty(name, out JsonElement value) ? BytesOf(value) : []),
        _ => [BytesOf(row)],
    };

    private static byte[] BytesOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.String => TextOf(value),
        _ => Encoding.UTF8.GetBytes(value.GetRawText()),
    };

    // A string may escape half of a surrogate pair, which is not valid text: it is kept as written.
    private static byte[] TextOf(JsonElement value)
    {
        try
        {
            return Encoding.UTF8.GetBytes(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetBytes(value.GetRawText());
        }
    }

    private static void AddRow(FieldTable fields, long line, IEnumerable<byte[]> row)
    {
        foreach (byte[] field in row)
            fields.Add(field);
        fields.EndRow(line);
    }
}
