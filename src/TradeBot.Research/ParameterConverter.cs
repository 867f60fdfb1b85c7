using System.Text.Json;
using System.Text.Json.Serialization;
using TradeBot.Optimization;

namespace TradeBot;

/// <summary>A parameter of a study as its kind and its range.</summary>
internal sealed class ParameterConverter : JsonConverter<Parameter>
{
    public override Parameter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Parts parts = SpecText.Part<Parts>(ref reader, options);
        bool isLogarithmic = parts.Logarithmic == true;
        return parts.Kind switch
        {
            Kind.Int => new IntParameter(parts.Name, Whole(parts.Low), Whole(parts.High), Whole(parts.Step ?? 1), isLogarithmic),
            Kind.Float => new FloatParameter(parts.Name, parts.Low, parts.High, parts.Step, isLogarithmic),
            _ => new ChoiceParameter(parts.Name, parts.Choices ?? []),
        };

        int Whole(double number) => number == (int)number ? (int)number : throw new JsonException(FormattableString.Invariant($"The parameter '{parts.Name}' takes whole numbers, got {number}."));
    }

    public override void Write(Utf8JsonWriter writer, Parameter value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer,
        value switch
        {
            IntParameter p => new Parts(Kind.Int, p.Name, p.Low, p.High, p.Step, p.IsLogarithmic),
            FloatParameter p => new Parts(Kind.Float, p.Name, p.Low, p.High, p.Step, p.IsLogarithmic),
            ChoiceParameter p => new Parts(Kind.Choice, p.Name, 0, 0, null, null, p.Choices),
            _ => throw new ArgumentException($"The parameter '{value.Name}' is code that no file names."),
        },
        options);

    private enum Kind
    {
        Int,
        Float,
        Choice,
    }

    private readonly record struct Parts(Kind Kind, string Name, double Low, double High, double? Step, bool? Logarithmic, IReadOnlyList<string>? Choices = null);
}
