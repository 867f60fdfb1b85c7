using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>A table in plain text: headings over a line of dashes, a run of dashes per column.</summary>
internal sealed partial class TextTable
{
    private readonly Dictionary<string, int> _indices;

    private TextTable(IEnumerable<string> names, IReadOnlyList<string[]> rows) => (_indices, Rows) = (TableHeadings.Index(names), rows);

    public IReadOnlyCollection<string> Columns => _indices.Keys;

    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>How many lines the table takes.</summary>
    public int Length => Rows.Count + 2;

    public string Cell(int row, string column) => Rows[row][_indices[column]];

    /// <summary>The table whose headings stand on a line; null where none begins.</summary>
    public static TextTable? TryRead(IReadOnlyList<string> lines, int at)
    {
        if (at + 1 >= lines.Count || !Rule().IsMatch(lines[at + 1]))
            return null;
        (int Start, int End)[] columns = [.. Run().Matches(lines[at + 1]).Select(run => (run.Index, run.Index + run.Length))];
        if (!Fits(lines[at], columns))
            return null;
        var rows = new List<string[]>();
        for (int i = at + 2; i < lines.Count && Fits(lines[i], columns); i++)
            rows.Add(Cells(lines[i], columns));
        return new TextTable(Cells(lines[at], columns), rows);
    }

    /// <summary>True for a line with something on it, and nothing between the columns.</summary>
    private static bool Fits(string line, (int Start, int End)[] columns)
    {
        if (string.IsNullOrWhiteSpace(line))
            return false;
        for (int i = 0; i + 1 < columns.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(Part(line, columns[i].End, columns[i + 1].Start)))
                return false;
        }

        return true;
    }

    private static string[] Cells(string line, (int Start, int End)[] columns) =>
        [.. columns.Select((column, i) => Part(line, column.Start, i + 1 < columns.Length ? column.End : line.Length).Trim())];

    private static string Part(string line, int start, int end) => start >= line.Length ? "" : line[start..Math.Min(end, line.Length)];

    [GeneratedRegex("^-+(?: {2,}-+)+ *$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex("-+", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
