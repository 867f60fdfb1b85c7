using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using System.Text.Json;

namespace TradeBot.Learning;

/// <summary>How the values of one column were distributed: enough to tell later whether they still are.</summary>
/// <param name="Name">The column.</param>
/// <param name="Count">How many values were summed up.</param>
/// <param name="Values">Some of them, rising: each different value when there are few, otherwise quantiles equally far apart.</param>
/// <param name="Shares">For each, the share of all values that are not above it; the last is 1.</param>
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
            throw new ArgumentException($"The column '{name}' has no value to sum up.", nameof(values));

        double[] kept = [.. Enumerable.Range(0, Points + 1).Select(i => sorted[(int)((long)(sorted.Length - 1) * i / Points)]).Distinct()];
        return new FeatureSummary(name, sorted.Length, kept, Array.ConvertAll(kept, value => (double)NotAbove(sorted, value) / sorted.Length));
    }

    /// <summary>How many of ascending values are not above one.</summary>
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
            throw new JsonException($"{bytes.Length} bytes are no whole numbers.");

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
