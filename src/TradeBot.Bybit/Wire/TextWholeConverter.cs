using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>Whole numbers and times: text or a JSON number, a time also as ISO 8601, <c>""</c> when absent. Times become milliseconds since 1970-01-01 UTC.</summary>
internal sealed class TextWholeConverter : JsonConverter<long?>
{
    private const int LongestTime = 40;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueSpan.IsEmpty:
                return null;
            case JsonTokenType.Number when reader.TryGetInt64(out long number):
                return number;
            case JsonTokenType.String when long.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number):
                return number;
            case JsonTokenType.Number or JsonTokenType.String when reader.ValueSpan.Length <= LongestTime:
                string text = Encoding.UTF8.GetString(reader.ValueSpan);
                return WireTime.TryParse(text, out long value) ? value : throw new JsonException($"Expected a whole number or a time, got \"{text}\".");
            default:
                throw new JsonException($"Expected a whole number or a time, got {reader.TokenType}.");
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture) ?? "");
}
