using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace TradeBot.Exchanges.Emulator.Tests.Private;

/// <summary>A plain socket that speaks JSON.</summary>
internal sealed class TestSocket(ClientWebSocket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 17];

    public Task SendAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

    /// <exception cref="OperationCanceledException">Nothing has come in time.</exception>
    public async Task<JsonElement> ReceiveAsync(double seconds = 20)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        int length = 0;
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(new ArraySegment<byte>(_buffer, length, _buffer.Length - length), late.Token);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        if (part.MessageType == WebSocketMessageType.Close)
            throw new WebSocketException("The exchange has closed.");
        using JsonDocument document = JsonDocument.Parse(_buffer.AsMemory(0, length));
        return document.RootElement.Clone();
    }

    public async Task<string[]> TopicsAsync(int count)
    {
        string[] topics = new string[count];
        for (int i = 0; i < count; i++)
            topics[i] = (await ReceiveAsync()).GetProperty("topic").GetString()!;
        return topics;
    }

    public void Dispose() => socket.Dispose();
}
