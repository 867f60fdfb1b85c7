using System.Buffers.Binary;
using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>Reads and writes the JSON fields of lines in ledgers and journals.</summary>
internal static class JsonLineFields
{
    public static string Text(this JsonElement root, string property) =>
        root.GetProperty(property).GetString() ?? throw new FormatException($"'{property}' is null.");

    public static string? TextOrNull(this JsonElement root, string property) =>
        root.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    public static double NumberOrNaN(this JsonElement root, string property) =>
        root.TryGetProperty(property, out JsonElement value) ? value.GetDouble() : double.NaN;

    /// <summary>Writes a number that JSON can represent; omits others.</summary>
    public static void WriteFinite(this Utf8JsonWriter json, string property, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(property, value);
    }

    /// <summary>Writes any numbers bit-identically; omits an empty list.</summary>
    public static void WriteBits(this Utf8JsonWriter json, string property, ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            return;

        byte[] bytes = new byte[values.Length * sizeof(double)];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
        json.WriteBase64String(property, bytes);
    }

    /// <summary>Reads what <see cref="WriteBits"/> wrote.</summary>
    public static double[] Bits(this JsonElement root, string property)
    {
        if (!root.TryGetProperty(property, out JsonElement text))
            return [];

        byte[] bytes = text.GetBytesFromBase64();
        double[] values = new double[bytes.Length / sizeof(double)];
        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)));
        return values;
    }
}
