namespace TradeBot.MarketData;

/// <summary>Appends to a plain CSV file in place, so a long file is not rewritten for each new candle.</summary>
/// <remarks>
/// Rows are written in one piece and flushed to disk before the append is acknowledged. A process killed in
/// between leaves whole new rows, then possibly a partial one: the only line without a line break. Readers ignore
/// it (<see cref="WithoutTornLine"/>) and the next append removes it.
/// </remarks>
internal sealed class CandleTail
{
    private const int Window = 1 << 16;

    private readonly FileStream _file;
    private readonly bool _hasTurnover, _hasSynthetic;
    private readonly long _end;

    private CandleTail(FileStream file, CandleSeries last, bool hasTurnover, bool hasSynthetic, long end)
    {
        _file = file;
        Last = last;
        (_hasTurnover, _hasSynthetic, _end) = (hasTurnover, hasSynthetic, end);
    }

    /// <summary>The last candles of the file, as many as fit in the window.</summary>
    public CandleSeries Last { get; }

    /// <summary>The text up to its last line break: the rest is an unfinished append.</summary>
    public static ReadOnlyMemory<byte> WithoutTornLine(ReadOnlyMemory<byte> text) => text[..(text.Span.LastIndexOf((byte)'\n') + 1)];

    /// <summary>Reads the end of a file.</summary>
    /// <returns>Null when the file is not in this project's format, or its end is not valid candle CSV.</returns>
    public static CandleTail? TryRead(FileStream file, string symbol, Timeframe timeframe)
    {
        byte[] start = ReadAt(file, 0, (int)Math.Min(file.Length, Window));
        if (!CandleCsvLayout.TryParseHeader(start, out bool hasTurnover, out bool hasSynthetic))
            return null;

        ReadOnlySpan<byte> header = CandleCsvLayout.Header(hasTurnover, hasSynthetic);
        long from = Math.Max(header.Length, file.Length - Window);
        ReadOnlyMemory<byte> window = WithoutTornLine(ReadAt(file, from, (int)(file.Length - from)));
        int firstLine = from == header.Length ? 0 : window.Span.IndexOf((byte)'\n') + 1;
        byte[] text = [.. header, .. window.Span[firstLine..]];
        try
        {
            CandleSeries last = CandleCsvReader.Read(text, file.Name).ToSeries(symbol, timeframe);
            if (last.Count == 0 && from > header.Length)
                return null; // the window contains no complete line
            return new CandleTail(file, last, hasTurnover, hasSynthetic, from + window.Length);
        }
        catch (CandleDataException)
        {
            return null; // its line numbers are relative to the window: reading the whole file gives the right error
        }
    }

    /// <summary>True when the file has the columns for these candles.</summary>
    public bool Fits(CandleSeries candles) =>
        (_hasTurnover || !candles.HasTurnover) && (_hasSynthetic || !candles.HasSynthetic);

    /// <summary>Number of leading candles that are already at the end of the file.</summary>
    /// <returns>−1 when a candle not later than the file's last one differs, or is before the window.</returns>
    public int CountStored(CandleSeries candles)
    {
        int stored = Last.Count == 0 ? 0 : UpperBound(candles.OpenTimes, Last.OpenTimes[^1]);
        if (stored == 0)
            return 0;

        int start = Last.Count - stored;
        for (int i = 0; i < stored; i++)
        {
            if (start < 0 || !CandleRow.Of(Last, start + i).Equals(CandleRow.Of(candles, i)))
                return -1;
        }

        return stored;
    }

    /// <summary>Writes candles after the last one.</summary>
    /// <exception cref="IOException">Nothing was appended.</exception>
    public void Append(CandleSeries candles)
    {
        using var rows = new MemoryStream();
        CandleCsvWriter.WriteRows(candles, _hasTurnover, _hasSynthetic, rows);
        try
        {
            if (_file.Length > _end)
                _file.SetLength(_end);
            _file.Position = _end;
            _file.Write(rows.GetBuffer(), 0, (int)rows.Length);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            _file.SetLength(_end);
            throw new IOException($"'{_file.Name}' was not appended to, and the previous content is unchanged: {exception.Message}", exception);
        }
    }

    private static int UpperBound(ReadOnlySpan<long> times, long last)
    {
        int index = times.BinarySearch(last);
        return index < 0 ? ~index : index + 1;
    }

    private static byte[] ReadAt(FileStream file, long offset, int count)
    {
        byte[] bytes = new byte[count];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
