using System.Net.Sockets;

namespace TradeBot.Notebooks;

/// <summary>One peer of a socket, from handshake to end.</summary>
internal sealed class ZmtpConnection
{
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(30);

    private readonly NetworkStream _stream;
    private readonly ZmtpReader _reader;
    private readonly ZmtpWriter _writer;

    private ZmtpConnection(NetworkStream stream, ZmtpReader reader, string identity)
    {
        _stream = stream;
        _reader = reader;
        _writer = new ZmtpWriter(stream);
        Identity = identity;
    }

    /// <summary>The peer's identity, one character per byte; empty when it has none.</summary>
    public string Identity { get; }

    public long PendingBytes => _writer.PendingBytes;

    /// <summary>Shakes hands with a peer that connected or was connected to.</summary>
    /// <param name="stream">Owned by the connection from now on.</param>
    /// <param name="socketType">This end's type, such as <c>ROUTER</c>.</param>
    /// <param name="identity">This end's identity; empty for none.</param>
    /// <param name="peerTypes">The types that may talk to this one.</param>
    /// <param name="cancellationToken">Ends the handshake.</param>
    /// <exception cref="ZmtpException">The peer is not one to talk to.</exception>
    public static async Task<ZmtpConnection> OpenAsync(
        NetworkStream stream, string socketType, string identity, string[] peerTypes, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(HandshakeLimit);
        await stream.WriteAsync(ZmtpHandshake.OwnGreeting, limit.Token);
        var reader = new ZmtpReader(new BufferedStream(stream, 1 << 16));
        ZmtpHandshake.Check(await reader.ReadBytesAsync(ZmtpHandshake.GreetingLength, limit.Token));

        byte[] ready = ZmtpHandshake.Ready(socketType, identity);
        await stream.WriteAsync((byte[])[4, (byte)ready.Length, .. ready], limit.Token);
        (byte[][] frames, bool isCommand) = await reader.ReadAsync(limit.Token);
        (string peerType, string peerIdentity) = isCommand ? ZmtpHandshake.ReadReady(frames[0]) : throw new ZmtpException("A message came before READY.");
        return peerTypes.Contains(peerType)
            ? new ZmtpConnection(stream, reader, peerIdentity)
            : throw new ZmtpException($"A {socketType} socket does not accept a {peerType} peer.");
    }

    /// <summary>Hands each message to the receiver until the connection ends.</summary>
    public async Task RunAsync(Action<byte[][]> receive, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task writing = _writer.RunAsync();
        Task reading = ReadAsync(receive, end.Token);
        await Task.WhenAny(reading, writing);
        await end.CancelAsync();
        _writer.Complete();
        await writing;
        await reading;
    }

    public void Send(byte[][] frames) => _writer.Send(frames);

    public Task FlushAsync() => _writer.FlushAsync();

    public void Close() => _stream.Dispose();

    private async Task ReadAsync(Action<byte[][]> receive, CancellationToken cancellationToken)
    {
        while (true)
        {
            (byte[][] frames, bool isCommand) = await _reader.ReadAsync(cancellationToken);
            if (!isCommand)
                receive(frames);
            else if (AsSubscription(frames[0]) is { } subscription)
                receive([subscription]);
            else if (frames[0].AsSpan().StartsWith("\u0004PING"u8) && frames[0].Length >= 7)
                _writer.SendCommand([.. "\u0004PONG"u8, .. frames[0].AsSpan(7)]); // after the time to live comes what the answer repeats
        }
    }

    /// <summary>The message that means the same as a SUBSCRIBE or CANCEL command; null for other commands.</summary>
    private static byte[]? AsSubscription(ReadOnlySpan<byte> command)
    {
        if (command.StartsWith("\u0009SUBSCRIBE"u8))
            return [1, .. command[10..]];
        return command.StartsWith("\u0006CANCEL"u8) ? [0, .. command[7..]] : null;
    }
}

/// <summary>A peer does not follow ZMTP 3; its connection is closed.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
