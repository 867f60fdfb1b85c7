using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using System.Text.Json;

namespace TradeBot.Learning;

/// <summary>Summary of one column's distribution, for detecting drift later.</summary>
/// <param name="Name">The column.</param>
/// <param name="Count">Number of values summarised.</param>
/// <param name="Values">Ascending: each distinct value when there are few, otherwise evenly spaced quantiles.</param>
/// <param name="Shares">For each, the fraction of all values at or below it; the last is 1.</param>
public sealed record FeatureSummary(
    string Name,
    int Count,
    [property: JsonConverter(typeof(BitsConverter))] IReadOnlyList<double> Values,
    [property: JsonConverter(typeof(BitsConverter))] IReadOnlyList<double> Shares)
{
    private const int Points = 200;

    /// <summary>The summary of a column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">At least one; NaN is left out.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static FeatureSummary Of(string name, ReadOnlySpan<double> values)
    {
        double[] sorted = [.. values.ToArray().Where(value => !double.IsNaN(value)).Order()];
        if (sorted.Length == 0)
            throw new ArgumentException($"The column '{name}' has no values to summarise.", nameof(values));

        double[] kept = [.. Enumerable.Range(0, Points + 1).Select(i => sorted[(int)((long)(sorted.Length - 1) * i / Points)]).Distinct()];
        return new FeatureSummary(name, sorted.Length, kept, Array.ConvertAll(kept, value => (double)NotAbove(sorted, value) / sorted.Length));
    }

    /// <summary>How many of the ascending values are at most the given one.</summary>
    internal static int NotAbove(double[] sorted, double value)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] <= value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

/// <summary>Numbers as one string that reads back bit for bit: the little-endian bytes in base 64.</summary>
internal sealed class BitsConverter : JsonConverter<IReadOnlyList<double>>
{
    public override IReadOnlyList<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        byte[] bytes = reader.GetBytesFromBase64();
        if (bytes.Length % sizeof(double) != 0)
            throw new JsonException($"{bytes.Length} bytes are not a whole number of values.");

        long[] bits = MemoryMarshal.Cast<byte, long>(bytes).ToArray();
        return Array.ConvertAll(bits, b => BitConverter.Int64BitsToDouble(BitConverter.IsLittleEndian ? b : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(b)));
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options)
    {
        byte[] bytes = new byte[value.Count * sizeof(double)];
        for (int i = 0; i < value.Count; i++)
            System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), value[i]);
        writer.WriteBase64StringValue(bytes);
    }
}
