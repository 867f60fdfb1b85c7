using System.IO.Compression;

namespace TradeBot.MarketData;

/// <summary>The plain text of a foreign file, recognised by its first bytes.</summary>
internal static class ImportBytes
{
    public static ReadOnlyMemory<byte> ReadText(Stream stream, string name)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        try
        {
            ReadOnlyMemory<byte> text = copy.GetBuffer().AsSpan(0, (int)copy.Length) switch
            {
                [0x1F, 0x8B, ..] => Drain(new GZipStream(copy, CompressionMode.Decompress)),
                [(byte)'P', (byte)'K', ..] => Unzip(copy, name),
                _ => copy.ToArray(),
            };
            return text.Span is [0xEF, 0xBB, 0xBF, ..] ? text[3..] : text;
        }
        catch (InvalidDataException exception)
        {
            throw new CandleDataException(name, 0, "", "", "a whole gzip or zip file; it is damaged or cut short", exception);
        }
    }

    private static byte[] Unzip(Stream stream, string name)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        ZipArchiveEntry[] files = [.. archive.Entries.Where(entry => entry.Name.Length > 0)];
        return files is [var file]
            ? Drain(file.Open())
            : throw new CandleDataException(name, 0, "", "", FormattableString.Invariant($"an archive with one file; it has {files.Length}"));
    }

    private static byte[] Drain(Stream stream)
    {
        using (stream)
        {
            using var plain = new MemoryStream();
            stream.CopyTo(plain);
            return plain.ToArray();
        }
    }
}
