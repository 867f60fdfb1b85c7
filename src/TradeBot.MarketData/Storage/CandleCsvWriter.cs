using System.Buffers;
using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>Writes candles in the one layout that this project produces. Numbers never need quotes, so bytes are formatted straight.</summary>
internal static class CandleCsvWriter
{
    private const int LongestRow = 7 * 32;
    private const int FlushAt = 1 << 16;

    public static void Write(CandleSeries series, Stream stream)
    {
        var buffer = new ArrayBufferWriter<byte>(FlushAt + LongestRow);
        buffer.Write(CandleCsvLayout.Header(series.HasTurnover, series.HasSynthetic));
        for (int i = 0; i < series.Count; i++)
        {
            WriteRow(series, i, buffer);
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

    private static void WriteRow(CandleSeries series, int index, ArrayBufferWriter<byte> buffer)
    {
        Span<byte> row = buffer.GetSpan(LongestRow);
        series.OpenTimes[index].TryFormat(row, out int length, provider: CultureInfo.InvariantCulture);
        WriteNumber(series.Open[index], row, ref length);
        WriteNumber(series.High[index], row, ref length);
        WriteNumber(series.Low[index], row, ref length);
        WriteNumber(series.Close[index], row, ref length);
        WriteNumber(series.Volume[index], row, ref length);
        if (series.HasTurnover)
            WriteNumber(series.Turnover[index], row, ref length);
        if (series.HasSynthetic)
            WriteFlag(series.Synthetic[index], row, ref length);
        row[length++] = (byte)'\n';
        buffer.Advance(length);
    }

    /// <summary>A comma and the shortest form that reads back as the same double; nothing for NaN, a turnover that is not stated.</summary>
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

    /// <summary>Refuses what could not be read back.</summary>
    /// <exception cref="ArgumentException">A candle breaks a rule of the layout.</exception>
    public static void RequireWritable(CandleSeries series)
    {
        for (int i = 0; i < series.Count; i++)
        {
            var row = CandleRow.Of(series, i);
            bool isTime = CandleRow.IsMoment(row.OpenTime) && !(i == 0 && CandleRow.LooksLikeSeconds(row.OpenTime));
            if (!isTime || !row.IsValid)
                throw new ArgumentException(
                    $"Candle {i} of {series.Symbol} {series.Timeframe} could not be read back: {row.Describe()}. Accepted are times in milliseconds, positive finite prices with low and high around open and close, and quantities that are finite and not negative.",
                    nameof(series));
        }
    }
}
