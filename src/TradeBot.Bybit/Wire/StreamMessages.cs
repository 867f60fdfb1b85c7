using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>A client request on a socket.</summary>
internal sealed record StreamRequest(
    [property: JsonPropertyName("req_id")] string? RequestId,
    [property: JsonPropertyName("op")] string Operation,
    [property: JsonPropertyName("args")] IReadOnlyList<JsonElement>? Arguments);

/// <summary>A server message on a socket: a response has an operation, a push has a topic.</summary>
internal sealed record StreamMessage(
    [property: Needed, JsonPropertyName("success")] bool? Success,
    [property: JsonPropertyName("ret_msg")] string? Message,
    [property: JsonPropertyName("conn_id")] string? ConnectionId,
    [property: JsonPropertyName("req_id")] string? RequestId,
    [property: Needed, JsonPropertyName("op")] string? Operation,
    [property: JsonPropertyName("args")] JsonElement? Arguments,
    [property: JsonPropertyName("reqId")] string? TradeRequestId,
    [property: JsonPropertyName("connId")] string? TradeConnectionId,
    [property: JsonPropertyName("retCode")] int? TradeCode,
    [property: JsonPropertyName("retMsg")] string? TradeMessage,
    [property: JsonPropertyName("id")] string? Id,
    [property: Needed, JsonPropertyName("topic")] string? Topic,
    [property: Needed, JsonPropertyName("type")] string? Type,
    [property: JsonPropertyName("ts")] long? Time,
    [property: JsonPropertyName("cts")] long? MatchTime,
    [property: JsonPropertyName("cs")] long? CrossSequence,
    [property: JsonPropertyName("creationTime")] long? CreationTime,
    [property: Needed, JsonPropertyName("data")] JsonElement? Data);

/// <summary>Result of a subscription on the option streams.</summary>
internal sealed record SubscriptionOutcome(IReadOnlyList<string>? SuccessTopics, IReadOnlyList<string>? FailTopics);

/// <summary>An entry of the kline topics.</summary>
internal sealed record KlinePush(
    [property: Needed] long? Start,
    long? End,
    string? Interval,
    [property: Needed] double? Open,
    [property: Needed] double? High,
    [property: Needed] double? Low,
    [property: Needed] double? Close,
    [property: Needed] double? Volume,
    [property: Needed] double? Turnover,
    [property: Needed] bool? Confirm,
    [property: Needed] long? Timestamp);

/// <summary>An entry of the publicTrade and allLiquidation topics.</summary>
internal sealed record TradePush(
    [property: Needed, JsonPropertyName("T")] long? Time,
    [property: Needed, JsonPropertyName("s")] string? Symbol,
    [property: Needed, JsonPropertyName("S")] string? Side,
    [property: Needed, JsonPropertyName("v")] decimal? Size,
    [property: Needed, JsonPropertyName("p")] decimal? Price,
    [property: JsonPropertyName("L")] string? Direction,
    [property: Needed, JsonPropertyName("i")] string? Id,
    [property: Needed, JsonPropertyName("BT")] bool? IsBlockTrade,
    [property: JsonPropertyName("RPI")] bool? IsRpiTrade,
    [property: JsonPropertyName("seq")] long? Sequence);
