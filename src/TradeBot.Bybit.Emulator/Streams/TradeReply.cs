using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Private;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>Answers in the envelope of the order socket.</summary>
internal static class TradeReply
{
    public static JsonObject Of(AccountReply reply, JsonElement id, string operation, string connection, long now)
    {
        JsonObject answer = Head(id, reply.Code, reply.Message, operation);
        var header = new JsonObject { ["Traceid"] = "", ["Timenow"] = now.ToString(CultureInfo.InvariantCulture) };
        if (reply.Allowance is { } allowance)
        {
            header["X-Bapi-Limit"] = allowance.Limit.ToString(CultureInfo.InvariantCulture);
            header["X-Bapi-Limit-Status"] = allowance.Left.ToString(CultureInfo.InvariantCulture);
            header["X-Bapi-Limit-Reset-Timestamp"] = (now + (long)Math.Ceiling(allowance.FullIn.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture);
        }

        answer["data"] = reply.Result;
        answer["retExtInfo"] = reply.Extra;
        answer["header"] = header;
        answer["connId"] = connection;
        return answer;
    }

    /// <summary>The fields that every answer has, and the id of the request as it was sent.</summary>
    public static JsonObject Head(JsonElement id, int code, string message, string operation)
    {
        var answer = new JsonObject();
        if (id.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array))
            answer["reqId"] = JsonNode.Parse(id.GetRawText());
        answer["retCode"] = code;
        answer["retMsg"] = message;
        answer["op"] = operation;
        return answer;
    }
}
