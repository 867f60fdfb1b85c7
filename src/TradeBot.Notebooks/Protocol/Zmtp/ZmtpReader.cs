using System.Buffers.Binary;

namespace TradeBot.Notebooks;

/// <summary>Reads frames off a connection; lengths are believed only as far as bytes arrive.</summary>
internal sealed class ZmtpReader(BufferedStream input)
{
    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;
    private const int MaxMessageBytes = 512 << 20;
    private const int MaxFrames = 4096;
    private const int Chunk = 1 << 20;

    public async Task<byte[]> ReadBytesAsync(int count, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[count];
        await input.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <returns>The frames of one message, or the body of one command.</returns>
    /// <exception cref="ZmtpException">The bytes are not frames, or more than a message may have.</exception>
    /// <exception cref="EndOfStreamException">The peer is gone.</exception>
    public async Task<(byte[][] Frames, bool IsCommand)> ReadAsync(CancellationToken cancellationToken)
    {
        var frames = new List<byte[]>();
        long total = 0;
        while (true)
        {
            (byte flags, long length) = await ReadHeaderAsync(cancellationToken);
            total += length;
            if (length < 0 || total > MaxMessageBytes || frames.Count == MaxFrames)
                throw new ZmtpException($"A message is longer than {MaxMessageBytes} bytes or {MaxFrames} frames.");

            byte[] body = await ReadBodyAsync((int)length, cancellationToken);
            if ((flags & Command) != 0)
                return ([body], true);
            frames.Add(body);
            if ((flags & More) == 0)
                return ([.. frames], false);
        }
    }

    private async Task<(byte Flags, long Length)> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        byte[] header = await ReadBytesAsync(2, cancellationToken);
        if ((header[0] & ~(More | Long | Command)) != 0)
            throw new ZmtpException("A frame begins with flags that ZMTP does not know.");
        if ((header[0] & Long) == 0)
            return (header[0], header[1]);

        byte[] rest = await ReadBytesAsync(7, cancellationToken);
        return (header[0], BinaryPrimitives.ReadInt64BigEndian([header[1], .. rest]));
    }

    private async Task<byte[]> ReadBodyAsync(int length, CancellationToken cancellationToken)
    {
        if (length <= Chunk)
            return await ReadBytesAsync(length, cancellationToken);

        using var body = new MemoryStream();
        while (body.Length < length)
            body.Write(await ReadBytesAsync((int)Math.Min(Chunk, length - body.Length), cancellationToken));
        return body.ToArray();
    }
}
