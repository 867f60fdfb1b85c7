using System.Globalization;
using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Reporting;

namespace TradeBot.Integrations.PlotlyNet;

/// <summary>A column of a trace in Plotly's schema: numbers, times or names.</summary>
internal static class PlotlyColumn
{
    /// <summary>Positions; 0, 1, 2, … where the trace names none.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="name">The column.</param>
    /// <param name="count">How many positions to generate where the column does not exist.</param>
    public static ChartValues Positions(JsonElement trace, string name, int count)
    {
        if (!trace.TryGetProperty(name, out JsonElement column))
            return ChartValues.Positions(count);

        JsonElement[] values = Elements(column, name);
        if (Array.TrueForAll(values, value => value.ValueKind is JsonValueKind.Number or JsonValueKind.Null))
            return Array.ConvertAll(values, Number);
        string[] texts = Array.ConvertAll(values, value => value.ToString());
        return Array.TrueForAll(texts, text => TryTime(text, out _)) ? Array.ConvertAll(texts, Time) : texts;
    }

    /// <summary>Values; missing ones are NaN.</summary>
    /// <exception cref="ArgumentException">The column does not exist, or a value is not a number.</exception>
    public static double[] Numbers(JsonElement trace, string name) => trace.TryGetProperty(name, out JsonElement column)
        ? Array.ConvertAll(Elements(column, name), Number)
        : throw new ArgumentException($"A trace has no '{name}'.", nameof(name));

    private static JsonElement[] Elements(JsonElement column, string name) => column.ValueKind == JsonValueKind.Array
        ? [.. column.EnumerateArray()]
        : throw new ArgumentException($"'{name}' is {column.ValueKind}; accepted is a list of values.", nameof(name));

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        _ => throw new ArgumentException($"'{value}' is not a number.", nameof(value)),
    };

    private static bool TryTime(string text, out DateTime time) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time) && text.Length >= "2024-01-01".Length && char.IsAsciiDigit(text[0]);

    private static DateTime Time(string text) => TryTime(text, out DateTime time) ? time : throw new ArgumentException($"'{text}' is not a time.", nameof(text));
}
