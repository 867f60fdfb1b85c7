using System.Buffers.Binary;
using System.IO.Compression;

namespace TradeBot.MarketData;

/// <summary>The bytes of a candle file, plain or gzip by its extension.</summary>
internal static class CandleFile
{
    private const int SmallestGzip = 18; // a header of 10 bytes and a trailer of 8

    /// <summary>The plain text of a file.</summary>
    /// <remarks>Writers may append or replace meanwhile: what is read is the file as it was at the opening.</remarks>
    /// <exception cref="CandleDataException">The gzip file is damaged or cut short.</exception>
    public static ReadOnlyMemory<byte> ReadText(string path)
    {
        byte[] bytes = ReadBytes(path);
        return CandleFileName.IsCompressed(path) && bytes.Length > 0 ? Decompress(bytes, path) : bytes;
    }

    /// <summary>Replaces the file as one step.</summary>
    public static void Write(CandleSeries series, string path) => AtomicFile.Write(path, stream =>
    {
        if (!CandleFileName.IsCompressed(path))
        {
            CandleCsvWriter.Write(series, stream);
            return;
        }

        using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        CandleCsvWriter.Write(series, gzip);
    });

    private static byte[] ReadBytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] bytes = new byte[file.Length];
        int read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    private static Memory<byte> Decompress(byte[] bytes, string path)
    {
        using var plain = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            gzip.CopyTo(plain);
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(path, exception);
        }

        // The library ends in silence where the file does. The trailer states the length of the text.
        if (bytes.Length < SmallestGzip || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4)) != (uint)plain.Length)
            throw Damaged(path);
        return plain.GetBuffer().AsMemory(0, (int)plain.Length);
    }

    private static CandleDataException Damaged(string path, Exception? cause = null) =>
        new(path, 0, "", "", "one whole gzip member; the file is damaged, cut short, or several joined", cause);
}
