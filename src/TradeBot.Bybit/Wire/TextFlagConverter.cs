using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>True and false, also as text and as 1 and 0; <c>""</c> when absent.</summary>
internal sealed class TextFlagConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String or JsonTokenType.Number:
                string text = Encoding.UTF8.GetString(reader.ValueSpan);
                return text.ToUpperInvariant() switch
                {
                    "" => null,
                    "TRUE" or "1" => true,
                    "FALSE" or "0" => false,
                    _ => throw new JsonException($"Expected true or false, got \"{text}\"."),
                };
            default:
                throw new JsonException($"Expected true or false, got {reader.TokenType}.");
        }
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } flag)
            writer.WriteBooleanValue(flag);
        else
            writer.WriteNullValue();
    }
}
