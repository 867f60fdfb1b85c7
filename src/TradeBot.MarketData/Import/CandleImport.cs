namespace TradeBot.MarketData;

/// <summary>Reads candles in the layouts of others, and says what it took for granted.</summary>
/// <remarks>
/// <para>
/// CSV with or without header, with any separator, under a line of advertisement, oldest or newest first; times
/// in seconds, milliseconds, microseconds or nanoseconds, even mixed, or as ISO-like text; plain, gzip or a zip
/// archive with one file. JSON as an array of arrays. Layouts known by their shape: Binance's archive (12 columns),
/// Bybit's archive for MetaTrader, CryptoDataDownload, freqtrade, and our own.
/// </para>
/// <para>
/// Nothing is repaired: rows come out as they are, a line that cannot be read is reported. Validate the result.
/// </para>
/// </remarks>
public static class CandleImport
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">CSV or JSON, plain, .gz or .zip: recognised by its first bytes, whatever the name.</param>
    /// <param name="options">What is known about the file.</param>
    /// <exception cref="CandleDataException">No candles can be made out in the file.</exception>
    /// <exception cref="ArgumentException">Symbol or timeframe are neither given nor found.</exception>
    public static ImportResult Read(string path, ImportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(file, Path.GetFileName(path), options);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">As for a file; stays open.</param>
    /// <param name="name">The file's name, which may tell symbol and timeframe.</param>
    /// <param name="options">What is known about the data.</param>
    /// <inheritdoc cref="Read(string, ImportOptions?)"/>
    public static ImportResult Read(Stream stream, string name, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        options ??= new ImportOptions();

        ReadOnlyMemory<byte> text = ImportBytes.ReadText(stream, name);
        var rows = new ImportedRows(name, options.ClockOffset);
        if (IsJson(text.Span))
            JsonRows.Read(text, rows);
        else
            CsvRows.Read(text, rows);
        return rows.ToResult(options);
    }

    private static bool IsJson(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
}
