using System.Runtime.InteropServices;

namespace TradeBot.MarketData;

/// <summary>Columns in memory layout, after a header page.</summary>
internal static class ColumnFile
{
    private const int WideColumns = 7;

    /// <param name="stream">Empty, seekable.</param>
    /// <param name="series">At least one candle.</param>
    /// <param name="textDigest">Digest of the bytes that the candles were read from.</param>
    public static void Write(Stream stream, CandleSeries series, UInt128 textDigest)
    {
        var header = new ColumnFileHeader(
            series.Count, series.HasTurnover, series.HasSynthetic, series.OpenTimes[0], series.OpenTimes[^1],
            textDigest, DigestOf(series.Columns));
        Span<byte> page = new byte[ColumnFileHeader.Size];
        header.Write(page);
        stream.Write(page);
        for (int column = 0; column <= WideColumns; column++)
        {
            ReadOnlySpan<byte> bytes = BytesOf(series.Columns, column);
            stream.Write(bytes);
            stream.Write(page.Slice(page.Length - Padding(bytes), Padding(bytes))); // the page ends in zeros
        }
    }

    /// <summary>The columns as views of the mapped file.</summary>
    public static CandleColumns Map(MappedMemory memory, ColumnFileHeader header)
    {
        int count = (int)header.Count;
        long wide = ColumnFileHeader.ColumnSize(count, sizeof(double)), next = ColumnFileHeader.Size;
        return new CandleColumns(
            Take<long>(true, wide), Take<double>(true, wide), Take<double>(true, wide), Take<double>(true, wide), Take<double>(true, wide),
            Take<double>(true, wide), Take<double>(header.HasTurnover, wide), Take<bool>(header.HasSynthetic, 0));

        ReadOnlyMemory<T> Take<T>(bool isPresent, long size)
            where T : unmanaged
        {
            if (!isPresent)
                return default;
            long offset = next;
            next += size;
            return memory.Slice<T>(offset, count);
        }
    }

    /// <summary>The columns copied into memory.</summary>
    public static CandleColumns Read(FileStream file, ColumnFileHeader header)
    {
        int count = (int)header.Count;
        file.Position = ColumnFileHeader.Size;
        return new CandleColumns(
            Take<long>(true), Take<double>(true), Take<double>(true), Take<double>(true), Take<double>(true), Take<double>(true),
            Take<double>(header.HasTurnover), Take<bool>(header.HasSynthetic));

        ReadOnlyMemory<T> Take<T>(bool isPresent)
            where T : unmanaged
        {
            if (!isPresent)
                return default;
            T[] column = GC.AllocateUninitializedArray<T>(count);
            Span<byte> bytes = MemoryMarshal.AsBytes(column.AsSpan());
            file.ReadExactly(bytes);
            file.Position += Padding(bytes);
            return column;
        }
    }

    /// <summary>Over every column with its padding, in the order of the file.</summary>
    public static UInt128 DigestOf(CandleColumns columns)
    {
        var digest = default(ContentDigest);
        Span<byte> last = stackalloc byte[ContentDigest.BlockMultiple];
        for (int column = 0; column <= WideColumns; column++)
        {
            ReadOnlySpan<byte> bytes = BytesOf(columns, column);
            int whole = bytes.Length - bytes.Length % ContentDigest.BlockMultiple;
            digest.Append(bytes[..whole]);
            if (whole == bytes.Length)
                continue;

            last.Clear();
            bytes[whole..].CopyTo(last);
            digest.Append(last);
        }

        return digest.Finish([]);
    }

    private static ReadOnlySpan<byte> BytesOf(CandleColumns columns, int column) => column switch
    {
        0 => MemoryMarshal.AsBytes(columns.OpenTimes.Span),
        1 => MemoryMarshal.AsBytes(columns.Open.Span),
        2 => MemoryMarshal.AsBytes(columns.High.Span),
        3 => MemoryMarshal.AsBytes(columns.Low.Span),
        4 => MemoryMarshal.AsBytes(columns.Close.Span),
        5 => MemoryMarshal.AsBytes(columns.Volume.Span),
        6 => MemoryMarshal.AsBytes(columns.Turnover.Span),
        _ => MemoryMarshal.AsBytes(columns.Synthetic.Span),
    };

    private static int Padding(ReadOnlySpan<byte> column) =>
        (int)(ColumnFileHeader.ColumnSize(column.Length, 1) - column.Length);
}
