using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>A message of a public stream as sent; times are numbers here.</summary>
internal sealed record PublicPush(
    [property: JsonPropertyName("topic")] string Topic,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("ts")] long Time,
    [property: JsonPropertyName("cts")] long? MatchTime,
    [property: JsonPropertyName("data")] JsonElement Data);

/// <summary>An entry of the kline topics; start, end and timestamp are numbers on the wire, prices are text.</summary>
internal sealed record KlineEntry(
    [property: JsonPropertyName("start")] long Start,
    [property: JsonPropertyName("end")] long End,
    [property: JsonPropertyName("interval")] string Interval,
    [property: JsonPropertyName("open")] string Open,
    [property: JsonPropertyName("close")] string Close,
    [property: JsonPropertyName("high")] string High,
    [property: JsonPropertyName("low")] string Low,
    [property: JsonPropertyName("volume")] string Volume,
    [property: JsonPropertyName("turnover")] string Turnover,
    [property: JsonPropertyName("confirm")] bool IsConfirmed,
    [property: JsonPropertyName("timestamp")] long Timestamp);

/// <summary>An entry of the publicTrade topics.</summary>
internal sealed record TradeEntry(
    [property: JsonPropertyName("T")] long Time,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("S")] string Side,
    [property: JsonPropertyName("v")] string Size,
    [property: JsonPropertyName("p")] string Price,
    [property: JsonPropertyName("L")] string Direction,
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("BT")] bool IsBlockTrade,
    [property: JsonPropertyName("seq")] long Sequence);

/// <summary>The data of the orderbook topics.</summary>
internal sealed record BookEntry(
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("b")] IReadOnlyList<string[]> Bids,
    [property: JsonPropertyName("a")] IReadOnlyList<string[]> Asks,
    [property: JsonPropertyName("u")] long UpdateId,
    [property: JsonPropertyName("seq")] long Sequence);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PublicPush))]
[JsonSerializable(typeof(IReadOnlyList<KlineEntry>))]
[JsonSerializable(typeof(IReadOnlyList<TradeEntry>))]
[JsonSerializable(typeof(BookEntry))]
internal sealed partial class StreamContext : JsonSerializerContext;
