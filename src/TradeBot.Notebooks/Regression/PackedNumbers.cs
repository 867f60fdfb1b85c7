using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Arrays of numbers that charts hold as base64: an object of <c>dtype</c> and <c>bdata</c>, little-endian.</summary>
internal static class PackedNumbers
{
    /// <returns>The numbers as a list; anything else as it is.</returns>
    public static JsonNode? Unpack(JsonNode? node)
    {
        if (node is not JsonObject packed || packed["dtype"] is not JsonValue type || packed["bdata"] is not JsonValue data)
            return node;
        string text = data.ToString();
        byte[] bytes = new byte[text.Length];
        if (Reader(type.ToString()) is not { } reader || !Convert.TryFromBase64String(text, bytes, out int length) || length % reader.Size != 0)
            return node;
        var numbers = new JsonArray();
        for (int i = 0; i < length; i += reader.Size)
        {
            double number = reader.Read(bytes.AsSpan(i, reader.Size));
            numbers.Add(double.IsFinite(number) ? number : number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return numbers;
    }

    private delegate double ReadNumber(ReadOnlySpan<byte> bytes);

    private static (int Size, ReadNumber Read)? Reader(string type) => type switch
    {
        "f8" or "float64" => (8, BinaryPrimitives.ReadDoubleLittleEndian),
        "f4" or "float32" => (4, bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        "i4" or "int32" => (4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        "u4" or "uint32" => (4, bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
        "i2" or "int16" => (2, bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        "u2" or "uint16" => (2, bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        "i1" or "int8" => (1, bytes => (sbyte)bytes[0]),
        "u1" or "uint8" => (1, bytes => bytes[0]),
        _ => null,
    };
}
