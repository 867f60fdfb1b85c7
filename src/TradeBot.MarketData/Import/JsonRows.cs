using System.Text.Json;

namespace TradeBot.MarketData;

/// <summary>Rows of a JSON array of arrays: time, open, high, low, close, volume, perhaps turnover.</summary>
internal static class JsonRows
{
    private const string Expected = "an array [time, open, high, low, close, volume]";
    private const int Fields = 6;

    public static void Read(ReadOnlyMemory<byte> text, ImportedRows rows)
    {
        rows.Assume("JSON: each element is [time, open, high, low, close, volume], as freqtrade writes it.");
        using JsonDocument document = Parse(text, rows.Source);
        long line = 0;
        foreach (JsonElement element in document.RootElement.EnumerateArray())
        {
            line++;
            if (!TryAdd(element, rows))
                rows.Refuse(line, element.GetRawText(), Expected);
        }
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

    private static bool TryAdd(JsonElement element, ImportedRows rows)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() < Fields)
            return false;

        Span<double> values = stackalloc double[Fields];
        for (int i = 0; i < Fields; i++)
        {
            if (!TryGetNumber(element[i], out values[i]))
                return false;
        }

        if (!rows.Times.TryRead(values[0], out long time))
            return false;

        rows.Add(time, values[1..5], values[5], double.NaN);
        return true;
    }

    // Some writers quote their numbers.
    private static bool TryGetNumber(JsonElement element, out double value)
    {
        value = double.NaN;
        return element.ValueKind switch
        {
            JsonValueKind.Number => element.TryGetDouble(out value),
            JsonValueKind.String => ImportNumber.TryParse(element.GetString()!, out value),
            _ => false,
        };
    }
}
