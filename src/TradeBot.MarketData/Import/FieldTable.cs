using System.Buffers;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>The fields of a foreign file as text, in rows of possibly different length.</summary>
/// <remarks>Some properties can only be determined from all rows, so they are kept until the format is known.</remarks>
internal sealed class FieldTable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<int> _ends = [0]; // start of each field, which is the end of the previous one
    private readonly List<int> _rows = [0]; // index of each row's first field, and the end of the last row
    private readonly List<long> _lines = [];

    public FieldTable(string source, char separator) => (Source, Separator) = (source, separator);

    /// <summary>Name of the file, for errors.</summary>
    public string Source { get; }

    /// <summary>The field separator; a comma for JSON.</summary>
    public char Separator { get; }

    /// <summary>The symbol, when given outside the rows.</summary>
    public string? Symbol { get; set; }

    public int RowCount => _lines.Count;

    /// <summary>The field at a position; empty beyond the row's end.</summary>
    public ReadOnlySpan<byte> this[int row, int column]
    {
        get
        {
            int field = _rows[row] + column;
            return field < _rows[row + 1] ? _bytes.WrittenSpan[_ends[field].._ends[field + 1]] : default;
        }
    }

    public int FieldCount(int row) => _rows[row + 1] - _rows[row];

    public long LineOf(int row) => _lines[row];

    public void Add(ReadOnlySpan<byte> field)
    {
        _bytes.Write(field);
        _ends.Add(_bytes.WrittenCount);
    }

    public void EndRow(long line)
    {
        _rows.Add(_ends.Count - 1);
        _lines.Add(line);
    }

    public string Text(int row, int column) => Encoding.UTF8.GetString(this[row, column]);

    public string[] Texts(int row) => [.. Enumerable.Range(0, FieldCount(row)).Select(column => Text(row, column))];

    public string LineText(int row) => string.Join(Separator, Texts(row));
}
