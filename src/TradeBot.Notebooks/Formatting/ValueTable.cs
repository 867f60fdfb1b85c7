using System.Collections;
using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Rows and columns of text, ready to be written as HTML or aligned plain text.</summary>
/// <param name="Columns">Headings; empty for a table without.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>, or as each other.</param>
/// <param name="Note">A line below, such as how many rows are not shown; null for none.</param>
internal sealed record ValueTable(IReadOnlyList<string> Columns, IReadOnlyList<TableCell[]> Rows, string? Note = null)
{
    private const int MaxRows = 20;
    private const int MaxColumns = 40;

    /// <summary>A value's members, one per row.</summary>
    public static ValueTable OfMembers(object value)
    {
        ValueMembers members = ValueMembers.Of(value.GetType());
        object?[] values = members.Read(value);
        return new ValueTable([], [.. members.Names.Select((name, i) => new[] { new TableCell(name, false), TableCell.Of(values[i]) })]);
    }

    /// <summary>A sequence of values with members, one value per row.</summary>
    public static ValueTable OfSequence(IReadOnlyList<object?> shown, string? note)
    {
        ValueColumns columns = ValueColumns.Of(shown);
        return columns.IsSingle
            ? new ValueTable(["type", "value"], [.. shown.Select(value => new[] { new TableCell(TypeOf(value), false), TableCell.Of(value) })], note)
            : new ValueTable(columns.Names, [.. shown.Select(value => Row(columns.Read(value)))], note);
    }

    /// <summary>A two-dimensional array as it lies.</summary>
    public static ValueTable OfMatrix(Array matrix)
    {
        int rows = matrix.GetLength(0), columns = matrix.GetLength(1);
        int shownRows = Math.Min(rows, MaxRows), shownColumns = Math.Min(columns, MaxColumns);
        var cells = new TableCell[shownRows][];
        for (int r = 0; r < shownRows; r++)
            cells[r] = [.. Enumerable.Range(0, shownColumns).Select(c => TableCell.Of(matrix.GetValue(matrix.GetLowerBound(0) + r, matrix.GetLowerBound(1) + c)))];

        string size = string.Create(CultureInfo.InvariantCulture, $"{rows} × {columns}");
        bool whole = rows == shownRows && columns == shownColumns;
        return new ValueTable([], cells, whole ? size : size + ", the first of them shown");
    }

    /// <summary>The first items of a sequence, and a line on the rest; a long sequence is counted only so far.</summary>
    public static (List<object?> Shown, string? Note) Cut(IEnumerable items, int limit = MaxRows)
    {
        const int countLimit = 10_000;
        var shown = new List<object?>();
        int more = 0;
        foreach (object? item in items)
        {
            if (shown.Count < limit)
                shown.Add(item);
            else if (items is ICollection collection)
                return (shown, More(collection.Count - limit, ""));
            else if (++more == countLimit)
                return (shown, More(more, "at least "));
        }

        return (shown, more == 0 ? null : More(more, ""));
    }

    private static string More(int count, string hedge) => string.Create(CultureInfo.InvariantCulture, $"… {hedge}{count} more");

    private static TableCell[] Row(object?[] values) => [.. values.Select(TableCell.Of)];

    private static string TypeOf(object? value) => value is null ? "" : TypeText.Of(value.GetType());
}
