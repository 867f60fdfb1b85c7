using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Rows and columns of text, ready to be written as HTML or aligned plain text.</summary>
/// <param name="Columns">Headings; empty for a table without.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>, or as each other.</param>
/// <param name="Note">A line below, such as how many rows are not shown; null for none.</param>
internal sealed record ValueTable(IReadOnlyList<string> Columns, IReadOnlyList<TableCell[]> Rows, string? Note = null)
{
    /// <summary>How many rows plain text shows, and HTML at a time.</summary>
    public const int PageRows = 20;

    private const int MaxColumns = 40;

    /// <summary>A value's members, one per row.</summary>
    public static ValueTable OfMembers(object value)
    {
        ValueMembers members = ValueMembers.Of(value.GetType());
        object?[] values = members.Read(value);
        return new ValueTable([], [.. members.Names.Select((name, i) => new[] { new TableCell(name, false), TableCell.Of(values[i]) })]);
    }

    /// <summary>Values with members, one per row; values of different types by type and text.</summary>
    public static ValueTable OfSequence(IReadOnlyList<object?> values)
    {
        ValueColumns columns = ValueColumns.Of(values);
        return columns.IsSingle
            ? new ValueTable(["type", "value"], [.. values.Select(value => new[] { new TableCell(TypeOf(value), false), TableCell.Of(value) })])
            : new ValueTable(columns.Names, [.. values.Select(value => Row(columns.Read(value)))]);
    }

    /// <summary>A two-dimensional array, row by row.</summary>
    public static ValueTable OfMatrix(Array matrix)
    {
        int rows = matrix.GetLength(0), columns = matrix.GetLength(1);
        int shownRows = Math.Min(rows, PageRows), shownColumns = Math.Min(columns, MaxColumns);
        var cells = new TableCell[shownRows][];
        for (int r = 0; r < shownRows; r++)
            cells[r] = [.. Enumerable.Range(0, shownColumns).Select(c => TableCell.Of(matrix.GetValue(matrix.GetLowerBound(0) + r, matrix.GetLowerBound(1) + c)))];

        string size = string.Create(CultureInfo.InvariantCulture, $"{rows} × {columns}");
        bool whole = rows == shownRows && columns == shownColumns;
        return new ValueTable([], cells, whole ? size : size + ", only the first are shown");
    }

    private static TableCell[] Row(object?[] values) => [.. values.Select(TableCell.Of)];

    private static string TypeOf(object? value) => value is null ? "" : TypeText.Of(value.GetType());
}
