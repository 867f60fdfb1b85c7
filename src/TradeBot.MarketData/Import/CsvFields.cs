using CsvHelper;

namespace TradeBot.MarketData;

/// <summary>Splits CSV with any separator into fields.</summary>
internal static class CsvFields
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

    public static FieldTable Read(ReadOnlyMemory<byte> text, string source)
    {
        char? separator = SeparatorOf(text.Span);
        var fields = new FieldTable(source, separator ?? ',');
        try
        {
            using var csv = CsvReader.Create(text, Options with { Separator = separator });
            while (csv.Read())
            {
                for (int i = 0; i < csv.FieldCount; i++)
                    fields.Add(csv.GetSpan(i));
                fields.EndRow(csv.LineNumber);
            }
        }
        catch (CsvFormatException exception)
        {
            throw new CandleDataException(source, exception.LineNumber, "", "", $"fields quoted as in RFC 4180 ({exception.Message})", exception);
        }

        return fields;
    }

    // An advertisement above the table has no separator, so the first line with five fields determines it. A comma
    // is tried last: when there is another separator, commas are decimal commas.
    private static char? SeparatorOf(ReadOnlySpan<byte> text)
    {
        for (int line = 0; line <= LongestPreamble && !text.IsEmpty; line++)
        {
            int end = text.IndexOfAny((byte)'\n', (byte)'\r');
            ReadOnlySpan<byte> first = end < 0 ? text : text[..end];
            foreach (char separator in (ReadOnlySpan<char>)['\t', ';', '|', ','])
            {
                if (first.Count((byte)separator) >= FewestFields - 1)
                    return separator;
            }

            text = end < 0 ? default : text[(end + 1)..];
        }

        return null;
    }
}
