namespace TradeBot.MarketData;

/// <summary>Imports candles from foreign file formats and reports its assumptions.</summary>
/// <remarks>
/// <para>
/// CSV with or without header, with any separator, with decimal points or commas, below a line of advertisement,
/// oldest or newest first; times in seconds, milliseconds, microseconds or nanoseconds, even mixed, or as text in one
/// column or two; plain, gzip or a zip archive with any number of files. JSON as arrays or objects, anywhere in an
/// exchange's answer.
/// </para>
/// <para>
/// What one row cannot determine, such as the order of day and month or the decimal separator, is determined from all rows or
/// refused. Columns are recognised by exact names. A traded value is used only when, divided by the volume, it is a price within
/// the candle in nearly every row. Rows of several symbols or timeframes become several series.
/// </para>
/// <para>
/// Nothing is repaired: rows are returned as they are, and unreadable lines are reported. Validate the result.
/// </para>
/// </remarks>
public static class CandleImport
{
    /// <summary>Reads one file of one symbol and timeframe.</summary>
    /// <param name="path">CSV or JSON, plain, .gz or .zip: recognised by its first bytes, not by its name.</param>
    /// <param name="options">What is known about the file; detected when null.</param>
    /// <exception cref="CandleDataException">No candles are found in the file, or it has several series.</exception>
    /// <exception cref="ArgumentException">Symbol or timeframe is neither given nor found, or options contradict each other.</exception>
    public static ImportResult Read(string path, ImportOptions? options = null) => Only(ReadAll(path, options));

    /// <summary>Reads a stream of one symbol and timeframe to its end.</summary>
    /// <param name="stream">As for a file; stays open.</param>
    /// <param name="name">The file's name, which may contain symbol and timeframe.</param>
    /// <param name="options">What is known about the data.</param>
    /// <inheritdoc cref="Read(string, ImportOptions?)"/>
    public static ImportResult Read(Stream stream, string name, ImportOptions? options = null) => Only(ReadAll(stream, name, options));

    /// <summary>Reads every series of one file.</summary>
    /// <inheritdoc cref="Read(string, ImportOptions?)"/>
    /// <returns>One result for each symbol and timeframe, in the order of their first rows; at least one.</returns>
    /// <exception cref="CandleDataException">No candles are found in the file.</exception>
    public static IReadOnlyList<ImportResult> ReadAll(string path, ImportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        PartReader.RequireTrades(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return ReadAll(file, Path.GetFileName(path), options);
    }

    /// <summary>Reads every series of a stream.</summary>
    /// <inheritdoc cref="Read(Stream, string, ImportOptions?)"/>
    /// <returns>One result for each symbol and timeframe, in the order of their first rows; at least one.</returns>
    /// <exception cref="CandleDataException">No candles are found in the data.</exception>
    public static IReadOnlyList<ImportResult> ReadAll(Stream stream, string name, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        options ??= new ImportOptions();
        options.Check();

        PartReader[] parts = [.. ImportBytes.Read(stream, name).Select(part => PartReader.Read(part, options))];
        return new ImportAssembly(name, parts, options).Build();
    }

    private static ImportResult Only(IReadOnlyList<ImportResult> results) => results is [var only]
        ? only
        : throw new CandleDataException(
            results[0].Source, 0, "", "",
            FormattableString.Invariant($"one series; there are {results.Count}: {string.Join(", ", results.Take(5).Select(result => $"{result.Table.Symbol} {result.Table.Timeframe}"))}: call ReadAll, or give ImportOptions.Symbol"));
}
