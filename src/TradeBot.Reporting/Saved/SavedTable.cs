using System.Globalization;
using System.Text.Json;

using CsvHelper;

namespace TradeBot.Reporting;

/// <summary>A table of an export: named columns over rows of text.</summary>
internal sealed class SavedTable
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', HasHeader = false, MalformedData = CsvMalformedDataHandling.Throw };

    private readonly string _file;
    private readonly string[] _columns;
    private readonly List<string[]> _rows;

    private SavedTable(string file, string[] columns, List<string[]> rows) => (_file, _columns, _rows) = (file, columns, rows);

    /// <summary>The rows, in the order of the file.</summary>
    public IEnumerable<SavedRow> Rows => Enumerable.Range(0, _rows.Count).Select(number => new SavedRow(this, number));

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    public static SavedTable ReadCsv(string path)
    {
        using var csv = CsvReader.Create(File.ReadAllBytes(path), Options);
        List<string[]> rows = [];
        try
        {
            while (csv.Read())
                rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }
        catch (CsvFormatException fault)
        {
            throw new InvalidDataException($"{path}, line {fault.LineNumber}: expected fields quoted as in RFC 4180 ({fault.Message})", fault);
        }

        return rows.Count == 0
            ? throw new InvalidDataException($"{path}, line 1: expected the names of columns, found nothing.")
            : Checked(path, rows[0], rows[1..]);
    }

    public static SavedTable Of(JsonElement table, string file) => Checked(
        file,
        [.. table.GetProperty("columns").EnumerateArray().Select(Text)],
        [.. table.GetProperty("rows").EnumerateArray().Select(row => (string[])[.. row.EnumerateArray().Select(Text)])]);

    /// <summary>The text of a cell.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public string Cell(int row, string column)
    {
        int place = Array.IndexOf(_columns, column);
        return place >= 0
            ? _rows[row][place]
            : throw new InvalidDataException($"{_file}: expected a column '{column}', found {string.Join(", ", _columns)}.");
    }

    /// <summary>The exception for a cell that cannot be read.</summary>
    public InvalidDataException Fault(int row, string column, string expected) => new(string.Create(
        CultureInfo.InvariantCulture, $"{_file}, row {row + 1}, {column}: expected {expected}, found \"{Cell(row, column)}\"."));

    private static SavedTable Checked(string file, string[] columns, List<string[]> rows)
    {
        int odd = rows.FindIndex(row => row.Length != columns.Length);
        return odd < 0
            ? new SavedTable(file, columns, rows)
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}, row {odd + 1}: expected {columns.Length} fields, found {rows[odd].Length}."));
    }

    // CSV writes NaN, 1 and 0 where JSON writes null, true and false.
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "NaN",
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
