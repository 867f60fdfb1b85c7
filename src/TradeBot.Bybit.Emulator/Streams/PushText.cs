using System.Buffers;
using System.Text.Json;
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
}
