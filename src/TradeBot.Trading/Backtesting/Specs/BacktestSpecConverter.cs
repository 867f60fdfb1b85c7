using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Writes and reads backtests, alone or inside other specs.</summary>
internal sealed class BacktestSpecConverter : JsonConverter<BacktestSpec>
{
    private const string Format = "TradeBot backtest 1";

    // The attribute of the type names this converter: the copy that is written has none.
    private static readonly JsonSerializerOptions Options = SpecText.Options(
        [new SizingConverter(), new SlippageConverter(), new LatencyConverter(), new BorrowRateConverter(), new FundingRateConverter()],
        property => property.PropertyType == typeof(IReadOnlyList<CandleSeries>));

    public static string Write(BacktestSpec spec) => SpecText.Write(Parts.Of(spec), Format, Options);

    public static BacktestSpec Read(string text, string source) => SpecText.Read<Parts>(text, source, Format, Options).ToSpec(source);

    public override BacktestSpec Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement.GetRawText(), "backtest");
    }

    public override void Write(Utf8JsonWriter writer, BacktestSpec value, JsonSerializerOptions options) => JsonNode.Parse(value.ToJson())!.WriteTo(writer);

    // The name in files is that of the first version.
    private sealed record Parts(IReadOnlyList<DataManifest> Data, [property: JsonPropertyName("finer")] IReadOnlyList<DataManifest>? IntrabarCandles, StrategySpec Strategy, BacktestOptions? Terms)
    {
        public static Parts Of(BacktestSpec spec) => new(spec.Data, spec.IntrabarCandles.Count == 0 ? null : spec.IntrabarCandles, spec.Strategy, spec.Terms);

        public BacktestSpec ToSpec(string source) => Data is { Count: > 0 } && Strategy is not null
            ? new BacktestSpec { Data = Data, IntrabarCandles = IntrabarCandles ?? [], Strategy = Strategy, Terms = Terms ?? BacktestOptions.Default }
            : throw new InvalidDataException($"{source}: {(Strategy is null ? "\"strategy\" is missing: it says what decides" : "\"data\" names no candles: at least one entry is expected")}.");
    }
}
