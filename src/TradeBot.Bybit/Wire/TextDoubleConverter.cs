using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>Candle values: the finite double nearest to the text, the same over REST and as pushed. <c>""</c> is absent.</summary>
internal sealed class TextDoubleConverter : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDouble(out double value) && double.IsFinite(value) => value,
        JsonTokenType.String when reader.ValueSpan.IsEmpty => null,
        JsonTokenType.String when double.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) => value,
        JsonTokenType.String => throw new JsonException($"Expected a number, got \"{Encoding.UTF8.GetString(reader.ValueSpan)}\"."),
        _ => throw new JsonException($"Expected a number, got {reader.TokenType}."),
    };

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture) ?? "");
}
