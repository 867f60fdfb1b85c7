using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>Whole numbers and times in milliseconds: text or a JSON number, <c>""</c> where there is none.</summary>
internal sealed class TextWholeConverter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetInt64(),
        JsonTokenType.String when reader.ValueSpan.IsEmpty => null,
        JsonTokenType.String when long.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) => value,
        JsonTokenType.String => throw new JsonException($"Expected a whole number, got \"{Encoding.UTF8.GetString(reader.ValueSpan)}\"."),
        _ => throw new JsonException($"Expected a whole number, got {reader.TokenType}."),
    };

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture) ?? "");
}
