using System.Text.Json;

namespace TradeBot.Reporting;

/// <summary>Writes the values of traces: numbers, with null for those that are not finite, and names.</summary>
internal static class PlotlyJson
{
    public static void WriteNumber(this Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    public static void WriteNumbers(this Utf8JsonWriter json, string property, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(property);
        foreach (double value in values)
            json.WriteNumber(value);
        json.WriteEndArray();
    }

    public static void WriteNames(this Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (string name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    /// <summary>A surface, row by row from below.</summary>
    public static void WriteSurface(this Utf8JsonWriter json, int columns, int rows, Func<int, int, double> at)
    {
        json.WriteStartArray("z");
        for (int row = 0; row < rows; row++)
        {
            json.WriteStartArray();
            for (int column = 0; column < columns; column++)
                json.WriteNumber(at(column, row));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
