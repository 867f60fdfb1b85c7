using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>Messages in the envelope of the public streams.</summary>
internal static class PushText
{
    public static byte[] Of<T>(string topic, string type, T data, JsonTypeInfo<T> dataType, long now, long? matchTime = null) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new PublicPush(topic, type, now, matchTime, JsonSerializer.SerializeToElement(data, dataType)), StreamContext.Default.PublicPush);

    public static byte[] Answer(bool isSuccess, string message, string connection, string? request, string operation) =>
        JsonSerializer.SerializeToUtf8Bytes(new PublicAnswer(isSuccess, message, connection, request, operation), StreamContext.Default.PublicAnswer);

    public static StreamRequest? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, WireContext.Default.StreamRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
