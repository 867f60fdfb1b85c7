using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>Small whole numbers: a JSON number or text, <c>""</c> when absent.</summary>
internal sealed class TextIntConverter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty)
            return null;
        return reader.TokenType is JsonTokenType.Number or JsonTokenType.String
            && WireTime.TryParseWhole(Encoding.UTF8.GetString(reader.ValueSpan), out long value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new JsonException($"Expected a whole number, got {reader.TokenType}.");
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}
