using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TradeBot.MarketData;

/// <summary>Candles as CSV, the storage format.</summary>
/// <remarks>
/// <para>
/// Header <c>timestamp,open,high,low,close,volume[,turnover][,synthetic]</c>; the timestamp is the open time in
/// milliseconds since 1970-01-01 UTC, numbers are culture-invariant and in the shortest form that parses to the same
/// double, lines end in LF. A path ending in .gz is gzip. An unknown turnover (NaN) is an empty
/// field; synthetic is 1 where a repair filled in the candle, else 0.
/// </para>
/// <para>
/// Reading also accepts CRLF, quoted fields and columns in any order, and stops at the first invalid
/// value. The last line must end with a line break: without one, a truncated number would look complete.
/// </para>
/// </remarks>
public static class CandleCsv
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">A .csv or .csv.gz file.</param>
    /// <param name="symbol">The exchange's symbol; taken from a file name such as BTCUSDT_1m_2023.csv.gz when not given.</param>
    /// <param name="timeframe">The length of each candle; taken from the file name when not given.</param>
    /// <exception cref="CandleDataException">A line is invalid, or the file is empty or truncated.</exception>
    /// <exception cref="ArgumentException">Symbol or timeframe is neither given nor in the file name.</exception>
    public static CandleSeries Read(string path, string? symbol = null, Timeframe? timeframe = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        bool isNamed = CandleFileName.TryParse(path, out string? namedSymbol, out Timeframe namedTimeframe);
        if (!isNamed && (symbol is null || timeframe is null))
        {
            throw new ArgumentException(
                $"'{Path.GetFileName(path)}' does not contain symbol and timeframe, as BTCUSDT_1m.csv does: give both.", nameof(path));
        }

        using SafeFileHandle file = CandleFile.OpenRead(path);
        return CandleCsvReader.Read(CandleFile.TextOf(CandleFile.ReadAll(file), path), path).ToSeries(symbol ?? namedSymbol!, timeframe ?? namedTimeframe);
    }

    /// <summary>Reads plain CSV from a stream to its end.</summary>
    /// <param name="stream">UTF-8, not compressed; stays open.</param>
    /// <param name="symbol">The exchange's name.</param>
    /// <param name="timeframe">The length of each candle.</param>
    /// <param name="name">Name of the data in errors.</param>
    /// <exception cref="CandleDataException">A line is invalid, or the text is empty or truncated.</exception>
    public static CandleSeries Read(Stream stream, string symbol, Timeframe timeframe, string name = "CSV")
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return CandleCsvReader.Read(copy.GetBuffer().AsMemory(0, (int)copy.Length), name).ToSeries(symbol, timeframe);
    }

    /// <summary>Reads plain CSV from a reader to its end.</summary>
    /// <inheritdoc cref="Read(Stream, string, Timeframe, string)"/>
    /// <param name="reader">Stays open.</param>
    /// <param name="symbol">The exchange's name.</param>
    /// <param name="timeframe">The length of each candle.</param>
    /// <param name="name">Name of the data in errors.</param>
    public static CandleSeries Read(TextReader reader, string symbol, Timeframe timeframe, string name = "CSV")
    {
        ArgumentNullException.ThrowIfNull(reader);
        return CandleCsvReader.Read(Encoding.UTF8.GetBytes(reader.ReadToEnd()), name).ToSeries(symbol, timeframe);
    }

    /// <summary>Writes one file atomically: to a temporary file beside the target, flushed to disk, then renamed.</summary>
    /// <param name="series">Candles that <see cref="Read(string, string?, Timeframe?)"/> would accept.</param>
    /// <param name="path">Compressed when it ends in .gz; the same candles always give the same bytes.</param>
    /// <exception cref="ArgumentException">A candle violates the format and could not be read back.</exception>
    /// <exception cref="IOException">The file was not written; an existing file is unchanged.</exception>
    public static void Write(CandleSeries series, string path)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentException.ThrowIfNullOrEmpty(path);
        CandleCsvWriter.RequireWritable(series);
        CandleFile.Write(series, path);
    }

    /// <summary>Writes plain CSV, UTF-8 without a byte order mark.</summary>
    /// <param name="series">Candles that reading would accept.</param>
    /// <param name="stream">Stays open.</param>
    /// <exception cref="ArgumentException">A candle violates the format and could not be read back.</exception>
    public static void Write(CandleSeries series, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(stream);
        CandleCsvWriter.RequireWritable(series);
        CandleCsvWriter.Write(series, stream);
    }
}
