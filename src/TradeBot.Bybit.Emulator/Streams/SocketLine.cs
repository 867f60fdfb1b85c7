using System.Net.WebSockets;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>Sends whole text messages over a socket, one after the other.</summary>
internal sealed class SocketLine(WebSocket socket) : IDisposable
{
    private const int LongestMessage = 64 * 1024;

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly byte[] _buffer = new byte[LongestMessage];

    /// <returns>Valid until the next call; null when the client has closed.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        int length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += part.Count;
        }
        while (!part.EndOfMessage && length < _buffer.Length);

        if (part.MessageType != WebSocketMessageType.Close)
            return _buffer.AsMemory(0, length);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        return null;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Cuts the connection.</summary>
    public void Abort() => socket.Abort();

    public void Dispose() => _sending.Dispose();
}
