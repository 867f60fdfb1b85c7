using System.Text;
using CsvHelper;

namespace TradeBot.MarketData;

/// <summary>Reads candle CSV and reports errors.</summary>
internal sealed class CandleCsvReader
{
    private const int Absent = -1;

    private static readonly CsvReaderOptions s_options = new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false,
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
    };

    private readonly CsvReader _csv;
    private readonly string _file;
    private readonly int[] _positions = [.. Enumerable.Repeat(Absent, CandleCsvLayout.Columns.Length)];
    private int _fieldCount;
    private long _previousTime = long.MinValue;
    private long _previousLine;

    private CandleCsvReader(CsvReader csv, string file)
    {
        _csv = csv;
        _file = file;
    }

    /// <param name="text">The whole file, UTF-8.</param>
    /// <param name="file">Name of the file in errors.</param>
    /// <exception cref="CandleDataException">The text is not valid candle CSV.</exception>
    public static CandleBuilder Read(ReadOnlyMemory<byte> text, string file)
    {

        if (text.Span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new CandleDataException(file, 0, "", "", "UTF-8 text; this is UTF-16");

        using var csv = CsvReader.Create(text, s_options);
        var reader = new CandleCsvReader(csv, file);
        try
        {
            return reader.ReadAll(text.Span);
        }
        catch (CsvFormatException exception)
        {
            throw new CandleDataException(file, exception.LineNumber, "", "", $"fields quoted as in RFC 4180 ({exception.Message})", exception);
        }
    }

    private CandleBuilder ReadAll(ReadOnlySpan<byte> text)
    {
        ReadHeader();
        var candles = new CandleBuilder(text.Count((byte)'\n'), Has(CandleCsvLayout.Turnover), Has(CandleCsvLayout.Synthetic));
        while (_csv.Read())
        {
            if (_csv.FieldCount != _fieldCount)
                throw FieldCountFault();

            candles.Add(ReadRow());
        }

        // Without a line break a complete last number cannot be distinguished from a truncated one.
        if (text[^1] != (byte)'\n')
            throw new CandleDataException(_file, Math.Max(1, _previousLine), "", "", "a line break after the last line; the file may be truncated (add the line break if it is complete)");
        return candles;
    }

    private void ReadHeader()
    {
        if (!_csv.Read())
            throw new CandleDataException(_file, 0, "", "", $"the header {CandleCsvLayout.Usage}; the file is empty");

        _fieldCount = _csv.FieldCount;
        for (int i = 0; i < _fieldCount; i++)
        {
            string name = _csv.GetString(i);
            int column = CandleCsvLayout.Columns.IndexOf(name);
            if (column < 0)
                throw new CandleDataException(_file, _csv.LineNumber, "", name, $"the columns {CandleCsvLayout.Usage} and no others");
            if (Has(column))
                throw Fault(column, "each column once");
            _positions[column] = i;
        }

        for (int column = 0; column < CandleCsvLayout.RequiredColumns; column++)
        {
            if (!Has(column))
                throw new CandleDataException(_file, _csv.LineNumber, CandleCsvLayout.Columns[column], RawLine(), $"a column of this name: {CandleCsvLayout.Usage}");
        }
    }

    private CandleRow ReadRow()
    {
        var row = new CandleRow(
            ReadTime(), ReadPrice(CandleCsvLayout.Open), ReadPrice(CandleCsvLayout.High), ReadPrice(CandleCsvLayout.Low),
            ReadPrice(CandleCsvLayout.Close), ReadQuantity(CandleCsvLayout.Volume),
            Has(CandleCsvLayout.Turnover) ? ReadTurnover() : double.NaN,
            Has(CandleCsvLayout.Synthetic) && ReadFlag(CandleCsvLayout.Synthetic));
        if (row.High < row.Open || row.High < row.Close)
            throw Fault(CandleCsvLayout.High, $"a high not below open {Text(CandleCsvLayout.Open)} and close {Text(CandleCsvLayout.Close)}");
        if (row.Low > row.Open || row.Low > row.Close)
            throw Fault(CandleCsvLayout.Low, $"a low not above open {Text(CandleCsvLayout.Open)} and close {Text(CandleCsvLayout.Close)}");
        return row;
    }

    private long ReadTime()
    {
        if (!CandleNumber.TryParseWhole(Field(CandleCsvLayout.Timestamp), out long time))
            throw TimeFault("a whole number of milliseconds since 1970-01-01 UTC");
        if (time <= _previousTime)
            throw TimeFault(time == _previousTime
                ? FormattableString.Invariant($"each time once; line {_previousLine} has the same time")
                : FormattableString.Invariant($"increasing times; line {_previousLine} has {_previousTime}"));
        if (_previousLine == 0 && CandleRow.LooksLikeSeconds(time))
            throw TimeFault("milliseconds since 1970-01-01 UTC; this looks like seconds: multiply by 1,000");
        if (time >= CandleRow.EndOfTime)
            throw TimeFault("milliseconds since 1970-01-01 UTC; this looks like microseconds or finer: divide by 1,000 or 1,000,000");
        if (!CandleRow.IsMoment(time))
            throw TimeFault("milliseconds since 1970-01-01 UTC, not before the year 1");

        _previousTime = time;
        _previousLine = _csv.LineNumber;
        return time;
    }

    private double ReadPrice(int column)
    {
        double value = CandleNumber.Parse(Field(column));
        return CandleRow.IsPrice(value) ? value : throw Fault(column, "a positive, finite price");
    }

    private double ReadQuantity(int column)
    {
        double value = CandleNumber.Parse(Field(column));
        return CandleRow.IsQuantity(value) ? value : throw Fault(column, "a finite number, not negative");
    }

    private double ReadTurnover() => Field(CandleCsvLayout.Turnover).IsEmpty ? double.NaN : ReadQuantity(CandleCsvLayout.Turnover);

    private bool ReadFlag(int column) => Field(column) is [var digit and ((byte)'0' or (byte)'1')]
        ? digit == (byte)'1'
        : throw Fault(column, "0 or 1");

    private bool Has(int column) => _positions[column] != Absent;

    private ReadOnlySpan<byte> Field(int column) => _csv.GetSpan(_positions[column]);

    private string Text(int column) => Encoding.UTF8.GetString(Field(column));

    private string RawLine() => Encoding.UTF8.GetString(_csv.RawRecord);

    private CandleDataException FieldCountFault() => new(
        _file, _csv.LineNumber, "", RawLine(), FormattableString.Invariant($"{_fieldCount} fields, one per column, found {_csv.FieldCount}"));

    private CandleDataException TimeFault(string expectation) => Fault(CandleCsvLayout.Timestamp, expectation);

    private CandleDataException Fault(int column, string expectation) =>
        new(_file, _csv.LineNumber, CandleCsvLayout.Columns[column], Text(column), expectation);
}
