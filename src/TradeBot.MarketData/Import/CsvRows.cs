using System.Text;
using CsvHelper;

namespace TradeBot.MarketData;

/// <summary>Rows of CSV: finds separator, preamble, header and columns.</summary>
internal static class CsvRows
{
    private const int FewestFields = 5;
    private const int LongestPreamble = 5;

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        AllowLineBreaksInQuotes = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        DetectSeparatorHint = true,
    };

    public static void Read(ReadOnlyMemory<byte> text, ImportedRows rows)
    {
        using var csv = CsvReader.Create(text, Options with { Separator = SeparatorOf(text.Span) });
        ColumnMap? columns = FindColumns(csv, rows);
        if (columns is null)
            return;

        do
        {
            if (!TryAdd(csv, columns, rows, out string expectation))
                rows.Refuse(csv.LineNumber, Encoding.UTF8.GetString(csv.RawRecord), expectation);
        }
        while (csv.Read());
    }

    // An advertisement above the table has no separator, so the guess is made from the first line that has five fields.
    private static char? SeparatorOf(ReadOnlySpan<byte> text)
    {
        for (int line = 0; line <= LongestPreamble && !text.IsEmpty; line++)
        {
            int end = text.IndexOfAny((byte)'\n', (byte)'\r');
            ReadOnlySpan<byte> first = end < 0 ? text : text[..end];
            foreach (char separator in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
            {
                if (first.Count((byte)separator) >= FewestFields - 1)
                    return separator;
            }

            text = end < 0 ? default : text[(end + 1)..];
        }

        return null;
    }

    // On return the reader stands on the first data row.
    private static ColumnMap? FindColumns(CsvReader csv, ImportedRows rows)
    {
        for (int line = 0; csv.Read(); line++)
        {
            string[] fields = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
            if (ColumnMap.FromHeader(fields) is { } named)
            {
                rows.Assume(named.Describe(fields));
                return csv.Read() ? named : null;
            }

            if (fields.Length >= FewestFields && rows.Times.TryRead(csv.GetSpan(0), out _))
            {
                ColumnMap counted = ColumnMap.FromCount(fields.Length);
                rows.Assume($"There is no header; {counted.Describe(fields.Length)}");
                return counted;
            }

            if (line >= LongestPreamble)
                throw new CandleDataException(
                    rows.Source, csv.LineNumber, "", Encoding.UTF8.GetString(csv.RawRecord),
                    "a header that names time, open, high, low and close, or rows that begin with a time");
            rows.Assume($"Line {csv.LineNumber}, '{string.Join(',', fields)}', is no header and no row and was skipped.");
        }

        return null;
    }

    private static bool TryAdd(CsvReader csv, ColumnMap columns, ImportedRows rows, out string expectation)
    {
        if (csv.FieldCount <= columns.Last)
        {
            expectation = FormattableString.Invariant($"at least {columns.Last + 1} fields");
            return false;
        }

        expectation = TimeReader.Accepted;
        if (!rows.Times.TryRead(csv.GetSpan(columns.Time), out long time))
            return false;

        Span<double> prices = stackalloc double[4];
        expectation = "numbers as open, high, low and close";
        for (int i = 0; i < prices.Length; i++)
        {
            if (!ImportNumber.TryParse(csv.GetSpan(columns.Prices[i]), out prices[i]))
                return false;
        }

        expectation = "a number as volume, and as turnover one or nothing";
        if (!TryOptional(csv, columns.Volume, out double volume, mayBeEmpty: false) || !TryOptional(csv, columns.Turnover, out double turnover, mayBeEmpty: true))
            return false;

        if (columns.Symbol >= 0 && rows.Symbol is null)
            rows.Symbol = csv.GetString(columns.Symbol).Replace("/", "", StringComparison.Ordinal);
        rows.Add(time, prices, volume, turnover, columns.Synthetic >= 0 && csv.GetSpan(columns.Synthetic).SequenceEqual("1"u8));
        return true;
    }

    private static bool TryOptional(CsvReader csv, int column, out double value, bool mayBeEmpty)
    {
        value = double.NaN;
        return column < 0 || (mayBeEmpty && csv.GetSpan(column).IsEmpty) || ImportNumber.TryParse(csv.GetSpan(column), out value);
    }
}
