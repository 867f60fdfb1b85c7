using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Matching;
using TradeBot.Exchanges.Emulator.Private;
using TradeBot.Exchanges.Emulator.Rest;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>One socket on /v5/trade: order entry with the endpoints and limits of REST.</summary>
internal sealed class TradeSession(WebSocket socket, string name, SignatureGate signatures, TradingEngine engine, AccountApi api, EmulatorOptions options, IPAddress? address) : IDisposable
{
    private const int LongestId = 36;

    private static readonly Dictionary<string, string> s_paths = new(StringComparer.Ordinal)
    {
        ["order.create"] = "v5/order/create", ["order.amend"] = "v5/order/amend", ["order.cancel"] = "v5/order/cancel",
        ["order.create-batch"] = "v5/order/create-batch", ["order.amend-batch"] = "v5/order/amend-batch", ["order.cancel-batch"] = "v5/order/cancel-batch",
    };

    private readonly SocketLine _line = new(socket);
    private readonly HashSet<string> _ids = []; // clients count from 1 on each connection
    private bool _isKnown;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _line.ReceiveAsync(cancellationToken) is { } text)
            {
                if (await AnswerAsync(Parse(text), cancellationToken) is not { } answer)
                    return;
                await _line.SendAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), cancellationToken);
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // The client has gone, or the end of the exchange has cut the socket.
        }
        finally
        {
            _line.Abort();
        }
    }

    public void Dispose() => _line.Dispose();

    private static JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : default;
        }
        catch (JsonException)
        {
            return default; // refused as an operation that is not known
        }
    }

    /// <returns>Null where the connection is cut instead of an answer.</returns>
    private async Task<JsonObject?> AnswerAsync(JsonElement request, CancellationToken cancellationToken)
    {
        string operation = Field(request, "op") is { ValueKind: JsonValueKind.String } op ? op.GetString()! : "";
        JsonElement id = Field(request, "reqId") is { ValueKind: not JsonValueKind.Undefined } given ? given : Field(request, "req_id");
        long now = engine.Do(time => time);
        switch (operation)
        {
            case "ping":
                JsonObject pong = TradeReply.Head(id, 0, "OK", "pong");
                pong["data"] = new JsonArray(now.ToString(CultureInfo.InvariantCulture));
                pong["connId"] = name;
                return pong;
            case "auth":
                (int code, string message) = Authenticate(Field(request, "args"), now);
                JsonObject known = TradeReply.Head(id, code, message, operation);
                known["connId"] = name;
                return known;
        }

        AccountReply? reply = await OrderAsync(operation, id, request, now, cancellationToken);
        return reply is null ? null : TradeReply.Of(reply, id, operation, name, now);
    }

    private async Task<AccountReply?> OrderAsync(string operation, JsonElement id, JsonElement request, long now, CancellationToken cancellationToken)
    {
        if (!s_paths.TryGetValue(operation, out string? path))
            return AccountReply.Error(10404, $"op {operation} is not supported");
        if (!_isKnown)
            return AccountReply.Error(10003, "API key is invalid: the connection is not authenticated");
        string idText = id.ValueKind == JsonValueKind.Undefined ? "" : id.GetRawText();
        if (id.ValueKind is JsonValueKind.Object or JsonValueKind.Array || idText.Trim('"').Length > LongestId)
            return AccountReply.Error(10001, "reqId invalid");
        if (idText.Length > 0 && !_ids.Add(idText))
            return AccountReply.Error(20006, "Duplicate reqId");
        JsonElement arguments = Field(request, "args");
        if (arguments.ValueKind != JsonValueKind.Array || arguments.GetArrayLength() != 1)
            return AccountReply.Error(10001, "args must have exactly one element");

        try
        {
            JsonElement header = Field(request, "header");
            _ = SignatureGate.CheckTime(TextOf(header, "X-BAPI-TIMESTAMP"), long.TryParse(TextOf(header, "X-BAPI-RECV-WINDOW"), NumberStyles.None, CultureInfo.InvariantCulture, out long window) ? window : null, now);
            return await HandleAsync(path, arguments[0], cancellationToken);
        }
        catch (RestRefusal refusal)
        {
            return AccountReply.Error(refusal.Code, refusal.Message);
        }
        catch (Refusal refusal)
        {
            return AccountReply.Error(refusal.Code, refusal.Message);
        }
    }

    private async Task<AccountReply?> HandleAsync(string path, JsonElement argument, CancellationToken cancellationToken)
    {
        OrderFault fault = api.FaultOf(path, argument.GetRawText());
        switch (fault)
        {
            case OrderFault.RequestLost:
                return null;
            case OrderFault.ErrorWithoutEffect:
                return AccountReply.Error(10016, "Server error.");
            case OrderFault.RateLimited:
                return AccountReply.Error(10006, "Too many visits. Exceeded the API Rate Limit.");
        }

        AccountReply reply = api.Answer(path, new Fields(argument));
        switch (fault)
        {
            case OrderFault.AnswerLost:
                return null;
            case OrderFault.ErrorAfterEffect:
                return AccountReply.Error(10016, "Server error.");
            case OrderFault.TimeoutAfterEffect:
                return AccountReply.Error(10000, "Server Timeout");
            case OrderFault.AnswerDelayed:
                await Task.Delay(engine.Floor.Dice.Faults.AnswerDelay, options.Clock, cancellationToken);
                break;
        }

        return reply;
    }

    private (int Code, string Message) Authenticate(JsonElement arguments, long now)
    {
        if (_isKnown)
            return (20001, "Repeat auth");
        try
        {
            JsonElement[] parts = arguments.ValueKind == JsonValueKind.Array ? [.. arguments.EnumerateArray()] : [];
            if (parts.Length != 3 || !long.TryParse(parts[1].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long expires))
                return (10001, "Params Error: args must be key, expires and signature");
            signatures.CheckStream(parts[0].ToString(), expires, parts[2].ToString(), address, now);
            _isKnown = true;
            return (0, "OK");
        }
        catch (RestRefusal refusal)
        {
            return (refusal.Code, refusal.Message);
        }
    }

    private static JsonElement Field(JsonElement request, string field) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(field, out JsonElement value) ? value : default;

    private static string? TextOf(JsonElement request, string field) => Field(request, field) is { ValueKind: not JsonValueKind.Undefined } value ? value.ToString() : null;
}
