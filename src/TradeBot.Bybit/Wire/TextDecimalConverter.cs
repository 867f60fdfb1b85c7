using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>Numbers as the exchange writes them: text or a JSON number, <c>""</c> when absent. All digits are kept.</summary>
internal sealed class TextDecimalConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDecimal(),
        JsonTokenType.String when reader.ValueSpan.IsEmpty => null,
        JsonTokenType.String when decimal.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) => value,
        JsonTokenType.String => throw new JsonException($"Expected a number, got \"{Encoding.UTF8.GetString(reader.ValueSpan)}\"."),
        _ => throw new JsonException($"Expected a number, got {reader.TokenType}."),
    };

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture) ?? "");
}
