using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>Messages in the envelope of the public streams.</summary>
internal static class PushText
{
    public static byte[] Of<T>(string topic, string type, T data, JsonTypeInfo<T> dataType, long now, long? matchTime = null) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new PublicPush(topic, type, now, matchTime, JsonSerializer.SerializeToElement(data, dataType)), StreamContext.Default.PublicPush);

    /// <summary>The answer to an operation, with the id of the request as it was sent.</summary>
    public static byte[] Answer(bool isSuccess, string message, string connection, SocketRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteBoolean("success", isSuccess);
        json.WriteString("ret_msg", message);
        json.WriteString("conn_id", connection);
        if (request.RequestId.ValueKind != JsonValueKind.Undefined && request.HasScalarId)
        {
            json.WritePropertyName("req_id");
            request.RequestId.WriteTo(json);
        }

        json.WriteString("op", request.Operation);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The answer to a ping on a private stream: the exchange's clock, and the id of the request as it was sent.</summary>
    public static byte[] Pong(SocketRequest request, string connection, long now)
    {
        var answer = new JsonObject();
        if (request.RequestId.ValueKind != JsonValueKind.Undefined)
            answer["req_id"] = JsonNode.Parse(request.RequestId.GetRawText());
        answer["op"] = "pong";
        answer["args"] = new JsonArray(now.ToString(CultureInfo.InvariantCulture));
        answer["conn_id"] = connection;
        return Encoding.UTF8.GetBytes(answer.ToJsonString());
    }
}
