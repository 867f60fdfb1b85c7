using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Sizings by what they are called, with their numbers; one that is code by its name alone.</summary>
internal sealed class SizingConverter : JsonConverter<ISizing>
{
    private const string Kind = "kind", Code = "code", Name = "name";

    private static readonly Dictionary<string, Func<Func<string, double>, ISizing>> Makers = new()
    {
        ["fraction"] = of => Sizing.FractionOfEquity(of("fraction")),
        ["weight"] = of => Sizing.EqualWeight(of("total")),
        ["quantity"] = of => Sizing.FixedQuantity(of("quantity")),
        ["notional"] = of => Sizing.FixedNotional(of("notional")),
        ["volatility"] = of => Sizing.VolatilityTarget(of("annual"), Whole(of, "lookback"), of("maxExposure")),
        ["risk"] = of => Sizing.RiskPerTrade(of("risk"), of("maxExposure")),
        ["kelly"] = of => Sizing.Kelly(of("share"), Whole(of, "trades"), of("probe"), of("maxExposure")),
    };

    public static bool IsKnown(ISizing sizing) => PartsOf(sizing) is not null;

    public override ISizing Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        string kind = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Kind, out JsonElement named) ? named.ToString() : "";
        if (kind == Code)
            return new CodeSizing(root.TryGetProperty(Name, out JsonElement name) ? name.ToString() : "");
        if (!Makers.TryGetValue(kind, out Func<Func<string, double>, ISizing>? make))
            throw new JsonException($"There is no sizing of the kind \"{kind}\"; the nearest is \"{NearestName.Of(kind, Makers.Keys)}\".");
        HashSet<string> read = [Kind];
        ISizing sizing = make(name => read.Add(name) && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : throw new JsonException($"The sizing \"{kind}\" needs a number \"{name}\"."));
        return root.EnumerateObject().FirstOrDefault(p => !read.Contains(p.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } other
            ? throw new JsonException($"The sizing \"{kind}\" has no \"{other.Name}\".")
            : sizing;
    }

    public override void Write(Utf8JsonWriter writer, ISizing value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (PartsOf(value) is not (var kind, var numbers))
        {
            writer.WriteString(Kind, Code);
            writer.WriteString(Name, value.Name);
        }
        else
        {
            writer.WriteString(Kind, kind);
            foreach ((string name, double number) in numbers)
                writer.WriteNumber(name, number);
        }

        writer.WriteEndObject();
    }

    private static int Whole(Func<string, double> of, string name) => of(name) is var number && number == (int)number
        ? (int)number
        : throw new JsonException(FormattableString.Invariant($"\"{name}\" is {number}: a whole number is expected."));

    private static (string Kind, (string, double)[] Numbers)? PartsOf(ISizing sizing) => sizing switch
    {
        FractionSizing s => ("fraction", [("fraction", s.Fraction)]),
        EqualWeightSizing s => ("weight", [("total", s.Total)]),
        FixedQuantitySizing s => ("quantity", [("quantity", s.Quantity)]),
        FixedNotionalSizing s => ("notional", [("notional", s.Notional)]),
        VolatilitySizing s => ("volatility", [("annual", s.Annual), ("lookback", s.Lookback), ("maxExposure", s.MaxExposure)]),
        RiskSizing s => ("risk", [("risk", s.Risk), ("maxExposure", s.MaxExposure)]),
        KellySizing s => ("kelly", [("share", s.Share), ("trades", s.Trades), ("probe", s.Probe), ("maxExposure", s.MaxExposure)]),
        _ => null,
    };

    /// <summary>A sizing of which a file tells the name alone.</summary>
    private sealed class CodeSizing(string name) : ISizing
    {
        public string Name => name;

        public ISizingSession Start(IReadOnlyList<CandleFeed> feeds) => throw new InvalidOperationException($"The sizing \"{name}\" is code that no file names.");
    }
}

/// <summary>Slippage as its model and the number that it was made of.</summary>
internal sealed class SlippageConverter : JsonConverter<Slippage>
{
    private static readonly Dictionary<string, (SlippageModel Model, Func<double, Slippage> Make)> Makers = new()
    {
        ["bps"] = (SlippageModel.Fraction, Slippage.Bps),
        ["spread"] = (SlippageModel.Distance, Slippage.Spread),
        ["volumeShare"] = (SlippageModel.VolumeShare, Slippage.VolumeShare),
        ["impact"] = (SlippageModel.SquareRootImpact, Slippage.SquareRootImpact),
    };

    public override Slippage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        JsonProperty[] parts = document.RootElement.ValueKind == JsonValueKind.Object ? [.. document.RootElement.EnumerateObject()] : [];
        return parts is [{ Value.ValueKind: JsonValueKind.Number } only] && Makers.TryGetValue(only.Name, out (SlippageModel, Func<double, Slippage> Make) known)
            ? known.Make(only.Value.GetDouble())
            : throw new JsonException($"Slippage is one number by its model ({string.Join(", ", Makers.Keys)}), such as {{\"bps\": 1}}; found {document.RootElement.GetRawText()}.");
    }

    public override void Write(Utf8JsonWriter writer, Slippage value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Makers.First(m => m.Value.Model == value.Model).Key, value.Amount);
        writer.WriteEndObject();
    }
}

/// <summary>Latency as its shortest and longest time, and the seed of the draws.</summary>
internal sealed class LatencyConverter : JsonConverter<Latency>
{
    public override Latency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Parts parts = SpecText.Part<Parts>(ref reader, options);
        return Latency.Uniform(parts.Min, parts.Max, parts.Seed);
    }

    public override void Write(Utf8JsonWriter writer, Latency value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Parts(value.Min, value.Max, value.Seed), options);

    private readonly record struct Parts(TimeSpan Min, TimeSpan Max, int Seed);
}

/// <summary>Interest as its rate per hour.</summary>
internal sealed class BorrowRateConverter : JsonConverter<BorrowRate>
{
    public override BorrowRate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        BorrowRate.PerHour(SpecText.Part<Parts>(ref reader, options).Hourly);

    public override void Write(Utf8JsonWriter writer, BorrowRate value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Parts(value.Hourly), options);

    private readonly record struct Parts(decimal Hourly);
}

/// <summary>A funding rate as one text: its time, a space and the rate.</summary>
internal sealed class FundingRateConverter : JsonConverter<FundingRate>
{
    public override FundingRate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return text.Split(' ') is [var time, var rate]
            && DateTime.TryParseExact(time, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime at)
            && decimal.TryParse(rate, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal fraction)
            ? new FundingRate(at, fraction)
            : throw new JsonException($"A funding rate is a time and a fraction, such as \"2024-01-01T08:00:00.0000000Z 0.0001\"; found \"{text}\".");
    }

    public override void Write(Utf8JsonWriter writer, FundingRate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Time:O} {value.Rate}"));
}
