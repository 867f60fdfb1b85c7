using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Compares tables in plain text: columns by their headings, wherever they stand and however wide they are; rows by their order.</summary>
internal static class TextTableComparer
{
    private const int MostAligned = 2000; // rows; of longer tables the rows are compared from the top

    /// <param name="place">What the table is called.</param>
    /// <param name="recorded">The table as recorded.</param>
    /// <param name="actual">The table of the run.</param>
    /// <param name="tolerance">For its numbers.</param>
    /// <returns>A difference per cell, row or column.</returns>
    public static IEnumerable<Difference> Compare(string place, TextTable recorded, TextTable actual, Tolerance tolerance)
    {
        foreach (string missing in recorded.Columns.Except(actual.Columns))
            yield return new Difference($"{place}, column", missing, null);
        foreach (string added in actual.Columns.Except(recorded.Columns))
            yield return new Difference($"{place}, column", null, added);
        string[] common = [.. recorded.Columns.Intersect(actual.Columns)];
        if (!common.SequenceEqual(actual.Columns.Where(common.Contains)))
            yield return new Difference($"{place}, order of columns", string.Join(", ", recorded.Columns), string.Join(", ", actual.Columns));
        IEnumerable<Difference> rows = recorded.Rows.Count == actual.Rows.Count || Math.Max(recorded.Rows.Count, actual.Rows.Count) > MostAligned
            ? InStep(place, recorded, actual, common, tolerance)
            : Aligned(place, recorded, actual, common, tolerance);
        foreach (Difference difference in rows)
            yield return difference;
    }

    private static IEnumerable<Difference> InStep(string place, TextTable recorded, TextTable actual, string[] columns, Tolerance tolerance)
    {
        for (int row = 0; row < Math.Max(recorded.Rows.Count, actual.Rows.Count); row++)
        {
            if (row >= recorded.Rows.Count || row >= actual.Rows.Count)
            {
                yield return OfRow(place, row, row < recorded.Rows.Count ? recorded : null, row < actual.Rows.Count ? actual : null);
                continue;
            }

            foreach (string column in columns)
            {
                string before = recorded.Cell(row, column), after = actual.Cell(row, column);
                if (!TextComparer.AreSame(before, after, tolerance))
                    yield return new Difference(string.Create(CultureInfo.InvariantCulture, $"{place}, column \"{column}\", row {row + 1}"), before, after, TextComparer.Note(before, after, tolerance));
            }
        }
    }

    /// <summary>Added and removed rows, by the longest common subsequence.</summary>
    private static List<Difference> Aligned(string place, TextTable recorded, TextTable actual, string[] columns, Tolerance tolerance)
    {
        bool AreSame(int before, int after) => Array.TrueForAll(columns, column => TextComparer.AreSame(recorded.Cell(before, column), actual.Cell(after, column), tolerance));
        var differences = new List<Difference>();
        int i = 0, j = 0;
        foreach ((int before, int after) in CommonSubsequence.Of(recorded.Rows.Count, actual.Rows.Count, AreSame).Append((recorded.Rows.Count, actual.Rows.Count)))
        {
            while (i < before)
                differences.Add(OfRow(place, i++, recorded, null));
            while (j < after)
                differences.Add(OfRow(place, j++, null, actual));
            (i, j) = (before + 1, after + 1);
        }

        return differences;
    }

    private static Difference OfRow(string place, int row, TextTable? recorded, TextTable? actual) => new(
        string.Create(CultureInfo.InvariantCulture, $"{place}, row {row + 1}"), Text(recorded, row), Text(actual, row));

    private static string? Text(TextTable? table, int row) => table is null ? null : string.Join("  ", table.Rows[row]);
}
