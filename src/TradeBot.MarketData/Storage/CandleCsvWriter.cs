using System.Buffers;
using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>Writes candles in the format of this project. Numbers never need quotes, so bytes are formatted directly.</summary>
internal static class CandleCsvWriter
{
    private const int LongestRow = 8 * 32;
    private const int TypicalRow = 80;
    private const int FlushAt = 1 << 16;

    public static void Write(CandleSeries series, Stream stream)
    {
        stream.Write(CandleCsvLayout.Header(series.HasTurnover, series.HasSynthetic));
        WriteRows(series, series.HasTurnover, series.HasSynthetic, stream);
    }

    /// <summary>Writes only the rows, with the columns that the file has.</summary>
    public static void WriteRows(CandleSeries series, bool withTurnover, bool withSynthetic, Stream stream)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Min(series.Count * TypicalRow, FlushAt) + LongestRow);
        for (int i = 0; i < series.Count; i++)
        {
            WriteRow(CandleRow.Of(series, i), withTurnover, withSynthetic, buffer);
            if (buffer.WrittenCount >= FlushAt)
                Flush(buffer, stream);
        }

        Flush(buffer, stream);
    }

    private static void Flush(ArrayBufferWriter<byte> buffer, Stream stream)
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private static void WriteRow(CandleRow candle, bool withTurnover, bool withSynthetic, ArrayBufferWriter<byte> buffer)
    {
        Span<byte> row = buffer.GetSpan(LongestRow);
        candle.OpenTime.TryFormat(row, out int length, provider: CultureInfo.InvariantCulture);
        WriteNumber(candle.Open, row, ref length);
        WriteNumber(candle.High, row, ref length);
        WriteNumber(candle.Low, row, ref length);
        WriteNumber(candle.Close, row, ref length);
        WriteNumber(candle.Volume, row, ref length);
        if (withTurnover)
            WriteNumber(candle.Turnover, row, ref length);
        if (withSynthetic)
            WriteFlag(candle.Synthetic, row, ref length);
        row[length++] = (byte)'\n';
        buffer.Advance(length);
    }

    /// <summary>A comma and the shortest form that parses to the same double; nothing for NaN, an unknown turnover.</summary>
    private static void WriteNumber(double value, Span<byte> row, ref int length)
    {
        row[length++] = (byte)',';
        if (double.IsNaN(value))
            return;

        value.TryFormat(row[length..], out int written, provider: CultureInfo.InvariantCulture);
        length += written;
    }

    private static void WriteFlag(bool value, Span<byte> row, ref int length)
    {
        row[length++] = (byte)',';
        row[length++] = value ? (byte)'1' : (byte)'0';
    }

    /// <summary>Throws when a candle could not be read back.</summary>
    /// <param name="series">The candles to write.</param>
    /// <param name="beginsFile">True when its first candle becomes the first of the file.</param>
    /// <exception cref="ArgumentException">A candle violates the format.</exception>
    public static void RequireWritable(CandleSeries series, bool beginsFile = true)
    {
        for (int i = 0; i < series.Count; i++)
        {
            CandleRow row = CandleRow.Of(series, i);
            bool isTime = CandleRow.IsMoment(row.OpenTime) && !(i == 0 && beginsFile && CandleRow.LooksLikeSeconds(row.OpenTime));
            if (!isTime || !row.IsValid)
                throw new ArgumentException(
                    $"Candle {i} of {series.Symbol} {series.Timeframe} could not be read back: {row.Describe()}. Accepted are times in milliseconds, positive finite prices with low and high around open and close, and quantities that are finite and not negative.",
                    nameof(series));
        }
    }
}
