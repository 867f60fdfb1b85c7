using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Learning;

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
