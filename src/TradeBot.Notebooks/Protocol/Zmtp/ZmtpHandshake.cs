using System.Buffers.Binary;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>The opening of a ZMTP 3.0 connection: greetings, then READY with the socket's type and identity; mechanism NULL.</summary>
/// <remarks>
/// The minor version is 0 on purpose: newer peers then subscribe by messages, as every version understands,
/// and send no heartbeats of their own. Specification: RFC 23/ZMTP.
/// </remarks>
internal static class ZmtpHandshake
{
    public const int GreetingLength = 64;

    private static readonly byte[] Greeting = WriteGreeting();

    /// <summary>What both ends send first.</summary>
    public static ReadOnlyMemory<byte> OwnGreeting => Greeting;

    /// <exception cref="ZmtpException">The bytes are not a ZMTP 3 greeting with the NULL mechanism.</exception>
    public static void Check(ReadOnlySpan<byte> greeting)
    {
        if (greeting[0] != 0xFF || (greeting[9] & 1) == 0)
            throw new ZmtpException("The greeting lacks ZMTP's signature.");
        if (greeting[10] < 3)
            throw new ZmtpException($"The peer speaks ZMTP {greeting[10]}; 3 is needed.");
        if (!greeting.Slice(12, 20).SequenceEqual(Greeting.AsSpan(12, 20)))
            throw new ZmtpException("The peer asks for a security mechanism other than NULL.");
    }

    /// <summary>The READY command's body.</summary>
    public static byte[] Ready(string socketType, string identity)
    {
        using var body = new MemoryStream();
        WriteName(body, "READY");
        WriteProperty(body, "Socket-Type", socketType);
        WriteProperty(body, "Identity", identity);
        return body.ToArray();
    }

    /// <returns>The peer's socket type and identity; the identity is empty when it has none.</returns>
    /// <exception cref="ZmtpException">The body is not a READY command.</exception>
    public static (string SocketType, string Identity) ReadReady(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("\u0005READY"u8))
            throw new ZmtpException("The first command is not READY.");

        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (ReadOnlySpan<byte> rest = body[6..]; rest.Length > 0;)
        {
            string name = Take(ref rest, TakeLength(ref rest, 1));
            properties[name] = Take(ref rest, TakeLength(ref rest, 4));
        }

        return properties.TryGetValue("Socket-Type", out string? type)
            ? (type, properties.GetValueOrDefault("Identity", ""))
            : throw new ZmtpException("READY names no Socket-Type.");
    }

    private static byte[] WriteGreeting()
    {
        byte[] greeting = new byte[GreetingLength];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    private static void WriteName(Stream body, string name)
    {
        body.WriteByte((byte)name.Length);
        body.Write(Encoding.Latin1.GetBytes(name));
    }

    private static void WriteProperty(Stream body, string name, string value)
    {
        WriteName(body, name);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        body.Write(length);
        body.Write(Encoding.Latin1.GetBytes(value));
    }

    private static int TakeLength(ref ReadOnlySpan<byte> rest, int bytes)
    {
        if (rest.Length < bytes)
            throw new ZmtpException("READY ends inside a property.");
        uint length = bytes == 1 ? rest[0] : BinaryPrimitives.ReadUInt32BigEndian(rest);
        rest = rest[bytes..];
        return length <= rest.Length ? (int)length : throw new ZmtpException("READY ends inside a property.");
    }

    private static string Take(ref ReadOnlySpan<byte> rest, int length)
    {
        string text = Encoding.Latin1.GetString(rest[..length]);
        rest = rest[length..];
        return text;
    }
}
