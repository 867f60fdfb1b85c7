using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace TradeBot.MarketData;

/// <summary>The bytes of a candle file, plain or gzip by its extension.</summary>
internal static class CandleFile
{
    private const int SmallestGzip = 18; // a header of 10 bytes and a trailer of 8
    private const int ChunkSize = 1 << 18;

    /// <summary>Opens for reading while writers may append or replace.</summary>
    public static SafeFileHandle OpenRead(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>All current bytes of the file.</summary>
    public static byte[] ReadAll(SafeFileHandle file)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(checked((int)RandomAccess.GetLength(file)));
        int read = Fill(file, bytes, offset: 0);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>The digest of what <see cref="ReadAll"/> returns, without loading it.</summary>
    public static UInt128 DigestOf(SafeFileHandle file)
    {
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        var digest = default(ContentDigest);
        int read;
        for (long offset = 0; (read = Fill(file, chunk.AsSpan(0, ChunkSize), offset)) == ChunkSize; offset += read)
            digest.Append(chunk.AsSpan(0, read));

        int whole = read - read % ContentDigest.BlockMultiple;
        digest.Append(chunk.AsSpan(0, whole));
        UInt128 result = digest.Finish(chunk.AsSpan(whole, read - whole));
        ArrayPool<byte>.Shared.Return(chunk);
        return result;
    }

    /// <summary>The plain text of a file's bytes.</summary>
    /// <exception cref="CandleDataException">The gzip file is damaged or truncated.</exception>
    public static ReadOnlyMemory<byte> TextOf(byte[] bytes, string path) =>
        CandleFileName.IsCompressed(path) && bytes.Length > 0 ? Inflate(bytes, path) : bytes;

    /// <summary>The content of one whole gzip member.</summary>
    /// <exception cref="CandleDataException">It is damaged or truncated.</exception>
    public static byte[] Decompress(byte[] bytes, string path) => Inflate(bytes, path).ToArray();

    /// <summary>Replaces the file atomically.</summary>
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

    private static int Fill(SafeFileHandle file, Span<byte> destination, long offset)
    {
        int filled = 0, read;
        do
        {
            read = RandomAccess.Read(file, destination[filled..], offset + filled);
            filled += read;
        }
        while (read > 0 && filled < destination.Length);

        return filled;
    }

    private static ReadOnlyMemory<byte> Inflate(byte[] bytes, string path)
    {
        using var plain = new MemoryStream();
        try
        {
            using var compressed = new MemoryStream(bytes);
            using var gzip = new GZipStream(compressed, CompressionMode.Decompress);
            gzip.CopyTo(plain);
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(path, exception);
        }

        // The library stops silently at the end of the file. The trailer contains the length of the text.
        if (bytes.Length < SmallestGzip || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4)) != (uint)plain.Length)
            throw Damaged(path);
        return plain.GetBuffer().AsMemory(0, (int)plain.Length);
    }

    private static CandleDataException Damaged(string path, Exception? cause = null) =>
        new(path, 0, "", "", "one complete gzip member; the file is damaged, truncated, or several members joined", cause);
}
