namespace TradeBot.MarketData;

/// <summary>Column files cached from text files.</summary>
/// <remarks>
/// A column file is used when it was made from exactly the current bytes of the text, verified by a digest of them
/// all and not by age, and when its own checksums are valid. Otherwise it counts as absent. Only time is
/// lost without it, so a cache that cannot be written is skipped.
/// </remarks>
internal sealed class ColumnCache(string storeFolder)
{
    /// <summary>Shorter texts parse faster than a cache lookup.</summary>
    public const long ShortestText = 1 << 16;

    public const string Extension = ".columns";

    /// <summary>Mappings last as long as the process, so a file that keeps changing is read instead after this many.</summary>
    private const int MostMappings = 8;

    private static readonly Lock s_gate = new();
    private static readonly Dictionary<string, CandleColumns> s_mapped = [];
    private static readonly Dictionary<string, int> s_mappings = [];

    private readonly string _folder = Path.Combine(storeFolder, ".cache");

    /// <summary>True when there is a cache, whatever its contents.</summary>
    public bool Exists => Directory.Exists(_folder);

    /// <summary>The header of a text's column file, without reading the columns; null when there is none.</summary>
    public ColumnFileHeader? TryDescribe(string stem, UInt128 textDigest)
    {
        using FileStream? file = TryOpenFile(PathOf(stem, textDigest));
        return file is null ? null : TryReadHeader(file, textDigest);
    }

    /// <summary>The columns of a text; null when there is no valid column file.</summary>
    public CandleColumns? TryLoad(string stem, UInt128 textDigest)
    {
        string path = PathOf(stem, textDigest);
        using FileStream? file = TryOpenFile(path);
        if (file is null || TryReadHeader(file, textDigest) is not { } header)
            return null;

        string key = path + Hex(header.PayloadDigest);
        lock (s_gate)
        {
            if (s_mapped.TryGetValue(key, out CandleColumns? mapped))
                return mapped;
        }

        bool isMapped = TryCountMapping(stem);
        CandleColumns columns = isMapped ? ColumnFile.Map(new MappedMemory(file), header) : ColumnFile.Read(file, header);
        if (ColumnFile.DigestOf(columns) != header.PayloadDigest)
            return null;

        lock (s_gate)
        {
            if (isMapped)
                s_mapped[key] = columns;
        }

        return columns;
    }

    private bool TryCountMapping(string stem)
    {
        string key = Path.Combine(_folder, stem);
        lock (s_gate)
        {
            int mappings = s_mappings.GetValueOrDefault(key);
            if (mappings < MostMappings)
                s_mappings[key] = mappings + 1;
            return mappings < MostMappings;
        }
    }

    /// <summary>Writes the column file of a text and removes those of earlier content.</summary>
    public void Write(string stem, CandleSeries series, UInt128 textDigest)
    {
        string path = PathOf(stem, textDigest);
        try
        {
            Directory.CreateDirectory(_folder);
            AtomicFile.Write(path, stream => ColumnFile.Write(stream, series, textDigest), flushToDisk: false);
            RemoveAll(stem, except: path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only or full disk, or a system that does not replace a mapped file: the text is parsed again next time.
        }
    }

    /// <summary>Removes the column files of a deleted text.</summary>
    public void Remove(string stem)
    {
        try
        {
            RemoveAll(stem, except: null);
        }
        catch (IOException)
        {
            // Some systems keep a mapped file. Its digest matches no other text, so it is harmless.
        }
    }

    /// <summary>Removes unfinished files of killed processes.</summary>
    public void RemoveUnfinished() => StoreFolder.RemoveUnfinished(_folder);

    private void RemoveAll(string stem, string? except)
    {
        if (!Directory.Exists(_folder))
            return;

        foreach (string path in Directory.EnumerateFiles(_folder, $"{stem}.*{Extension}"))
        {
            if (path != except)
                StoreFolder.Delete(path);
        }
    }

    private string PathOf(string stem, UInt128 textDigest) =>
        Path.Combine(_folder, $"{stem}.{Hex(textDigest)}{Extension}");

    private static string Hex(UInt128 digest) => FormattableString.Invariant($"{(ulong)(digest >> 64):x16}{(ulong)digest:x16}");

    private static FileStream? TryOpenFile(string path)
    {
        try
        {
            return File.Exists(path)
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // removed meanwhile, or not readable: no cache
        }
    }

    private static ColumnFileHeader? TryReadHeader(FileStream file, UInt128 textDigest)
    {
        Span<byte> page = stackalloc byte[ColumnFileHeader.Size];
        return file.ReadAtLeast(page, page.Length, throwOnEndOfStream: false) == page.Length
            && ColumnFileHeader.TryRead(page, out ColumnFileHeader header)
            && header.TextDigest == textDigest
            && file.Length == ColumnFileHeader.Size + header.PayloadSize
                ? header
                : null;
    }
}
