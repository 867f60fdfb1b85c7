using System.IO.Compression;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>Decodes a foreign file, recognised by its first bytes.</summary>
internal static class ImportBytes
{
    private const string ExportFirst = "export it as CSV first";

    /// <exception cref="CandleDataException">The file is damaged, or of an unsupported kind.</exception>
    public static IReadOnlyList<ImportPart> Read(Stream stream, string name)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Read(copy.ToArray(), name, name);
    }

    private static IReadOnlyList<ImportPart> Read(byte[] bytes, string source, string name)
    {
        RequireText(bytes, source, name);
        try
        {
            return bytes switch
            {
                [0x1F, 0x8B, ..] => Read(CandleFile.Decompress(bytes, source), source, name),
                [(byte)'P', (byte)'K', ..] => Unzip(bytes, source),
                _ => [new ImportPart(source, name, Utf8(bytes))],
            };
        }
        catch (InvalidDataException exception)
        {
            throw new CandleDataException(source, 0, "", "", "a complete gzip or zip file; it is damaged or truncated", exception);
        }
    }

    private static void RequireText(ReadOnlySpan<byte> bytes, string source, string name)
    {
        string? binary = bytes switch
        {
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => "Parquet",
            [(byte)'A', (byte)'R', (byte)'R', (byte)'O', (byte)'W', (byte)'1', ..] or [(byte)'F', (byte)'E', (byte)'A', (byte)'1', ..] => "Feather (Arrow)",
            [0x89, (byte)'H', (byte)'D', (byte)'F', ..] => "HDF5",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "Excel",
            _ => Path.GetExtension(name).ToUpperInvariant() switch
            {
                ".PARQUET" => "Parquet",
                ".FEATHER" or ".ARROW" => "Feather (Arrow)",
                ".H5" or ".HDF5" => "HDF5",
                ".XLS" or ".XLSX" => "Excel",
                ".PKL" or ".PICKLE" => "pickle",
                _ => null,
            },
        };
        if (binary is not null)
            throw new CandleDataException(source, 0, "", "", $"CSV or JSON; this is {(binary[0] is 'E' ? "an" : "a")} {binary} file, which import does not support: {ExportFirst}");
        if (bytes.TrimStart(" \t\r\n"u8) is [(byte)'<', (byte)'!' or (byte)'h' or (byte)'?', ..])
            throw new CandleDataException(source, 0, "", "", "CSV or JSON; this is a web page, possibly an error message instead of the download");
    }

    // MetaTrader exports UTF-16.
    private static ReadOnlyMemory<byte> Utf8(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes.AsMemory(3),
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.AsSpan(2))),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2))),
        _ => bytes,
    };

    private static IReadOnlyList<ImportPart> Unzip(byte[] bytes, string source)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        List<ImportPart> parts = [];
        foreach (ZipArchiveEntry entry in archive.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            if (entry.Name.Length == 0 || IsBesideTheData(entry))
                continue;
            if (entry.FullName is "[Content_Types].xml")
                throw new CandleDataException(source, 0, "", "", $"CSV or JSON; this is an Excel workbook, which import does not support: {ExportFirst}");
            parts.AddRange(Read(Drain(entry.Open()), $"{source}/{entry.FullName}", entry.Name));
        }

        return parts.Count > 0 ? parts : throw new CandleDataException(source, 0, "", "", "an archive with candle files; it has none");
    }

    private static bool IsBesideTheData(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) || entry.Name.EndsWith(".CHECKSUM", StringComparison.OrdinalIgnoreCase);

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

/// <summary>One text of a foreign file: the file itself, or one of an archive.</summary>
/// <param name="Source">Its name in errors.</param>
/// <param name="Name">The innermost file name, which may contain symbol and timeframe.</param>
/// <param name="Text">UTF-8 without a byte order mark.</param>
internal readonly record struct ImportPart(string Source, string Name, ReadOnlyMemory<byte> Text);
