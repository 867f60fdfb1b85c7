using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeBot.MarketData.Tests.Storage;

/// <summary>What candle CSV means, written a second time: character by character, without the library and without a fast path.</summary>
internal static partial class CandleCsvOracle
{
    private static readonly string[] s_columns = ["timestamp", "open", "high", "low", "close", "volume", "turnover", "synthetic"];

    /// <summary>The values of every row in the order of <see cref="s_columns"/>, NaN where absent; or the line that is wrong, 0 for none in particular.</summary>
    public static (List<double[]>? Rows, int FaultLine) Read(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (null, 0);

        string text = Encoding.Latin1.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
        List<(int Line, List<string>? Fields)> records = Split(text);
        if (records.Count == 0)
            return (null, 0);
        if (records[0].Fields is not { } header || !IsHeader(header))
            return (null, 1);

        List<double[]> rows = [];
        foreach ((int line, List<string>? fields) in records.Skip(1))
        {
            double[]? row = fields is null || fields.Count != header.Count ? null : ReadRow(header, fields);
            if (row is null || !IsTime(row[0], rows))
                return (null, line);
            rows.Add(row);
        }

        return text.EndsWith('\n') ? (rows, 0) : (null, records[^1].Line);
    }

    /// <summary>The lines of a text, each as fields, or null where its quotes do not match.</summary>
    private static List<(int Line, List<string>? Fields)> Split(string text)
    {
        List<(int, List<string>?)> records = [];
        int line = 1;
        for (int start = 0; start < text.Length; line++)
        {
            int end = text.IndexOfAny(['\r', '\n'], start);
            if (end < 0)
                end = text.Length;
            records.Add((line, Fields(text[start..end])));
            bool isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }

        return records;
    }

    private static List<string>? Fields(string line)
    {
        List<string> fields = [];
        for (int i = 0; ; i++)
        {
            var field = new StringBuilder();
            if (i < line.Length && line[i] == '"')
            {
                for (i++; ; i++)
                {
                    if (i >= line.Length)
                        return null;
                    if (line[i] != '"')
                        field.Append(line[i]);
                    else if (i + 1 < line.Length && line[i + 1] == '"')
                        field.Append(line[i++]);
                    else
                        break;
                }

                i++;
            }
            else
            {
                for (; i < line.Length && line[i] != ','; i++)
                {
                    if (line[i] == '"')
                        return null;
                    field.Append(line[i]);
                }
            }

            if (i < line.Length && line[i] != ',')
                return null;
            fields.Add(field.ToString());
            if (i >= line.Length)
                return fields;
        }
    }

    private static bool IsHeader(List<string> header) =>
        header.All(s_columns.Contains) && header.Distinct().Count() == header.Count && s_columns.Take(6).All(header.Contains);

    private static double[]? ReadRow(List<string> header, List<string> fields)
    {
        double[] row = new double[s_columns.Length];
        for (int column = 0; column < row.Length; column++)
        {
            int position = header.IndexOf(s_columns[column]);
            string field = position < 0 ? "" : fields[position];
            double? value = column switch
            {
                0 => Whole().IsMatch(field) && BigInteger.Parse(field, CultureInfo.InvariantCulture) is var time && BigInteger.Abs(time) < 100_000_000_000_000
                    ? (double)time : null,
                6 when field.Length == 0 => double.NaN,
                7 when position < 0 => double.NaN,
                7 => field is "0" or "1" ? field[0] - '0' : null,
                _ => Number().IsMatch(field) ? double.Parse(field, CultureInfo.InvariantCulture) : null,
            };
            bool isPrice = column is >= 1 and <= 4;
            if (value is null || double.IsInfinity(value.Value) || (column > 0 && value < 0) || (isPrice && value == 0))
                return null;
            row[column] = value.Value;
        }

        return row[2] >= Math.Max(row[1], row[4]) && row[3] <= Math.Min(row[1], row[4]) ? row : null;
    }

    private static bool IsTime(double time, List<double[]> before)
    {
        bool isSeconds = before.Count == 0 && time is >= 100_000_000 and < 10_000_000_000;
        return !isSeconds && time >= -62_135_596_800_000 && (before.Count == 0 || time > before[^1][0]);
    }

    [GeneratedRegex("^[+-]?[0-9]+\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex("^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
